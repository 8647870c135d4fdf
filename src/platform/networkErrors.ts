import { ImageKitError, type ImageKitErrorReason } from '../core/api/imageKitError.ts';

/** Codes of Node and OpenSSL by what they mean for the person; all others are a lost connection. */
const codesByReason: readonly (readonly [ImageKitErrorReason, readonly string[]])[] = [
  [
    'unreachable',
    [
      'EACCES',
      'EADDRNOTAVAIL',
      'EAI_AGAIN',
      'EAI_FAIL',
      'ECONNREFUSED',
      'EHOSTDOWN',
      'EHOSTUNREACH',
      'ENETDOWN',
      'ENETUNREACH',
      'ENOTFOUND',
      'EPERM',
      // The host answers, but not with TLS.
      'EPROTO',
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ETIMEDOUT',
    ],
  ],
  [
    'certificate',
    [
      'CERT_CHAIN_TOO_LONG',
      'CERT_HAS_EXPIRED',
      'CERT_NOT_YET_VALID',
      'CERT_REJECTED',
      'CERT_REVOKED',
      'CERT_SIGNATURE_FAILURE',
      'CERT_UNTRUSTED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'HOSTNAME_MISMATCH',
      'INVALID_CA',
      'INVALID_PURPOSE',
      'PATH_LENGTH_EXCEEDED',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
  ],
];

const reasonOfCode: ReadonlyMap<string, ImageKitErrorReason> = new Map(
  codesByReason.flatMap(([reason, codes]) => codes.map((code) => [code, reason] as const)),
);

const words: Partial<Readonly<Record<ImageKitErrorReason, string>>> = {
  unreachable: 'cannot be reached',
  certificate: 'has a certificate that is not trusted',
};

/**
 * The error for a failure of the network, by the code that Node gave it.
 * @param isConnected Whether the host was reached; a proxy that fails before gives no code.
 */
export function networkError(host: string, cause: unknown, isConnected = true): ImageKitError {
  const code = codeOf(cause);
  const unknown = code === undefined && !isConnected ? 'unreachable' : 'connectionLost';
  const reason = reasonOfCode.get(code ?? '') ?? unknown;
  return new ImageKitError(
    reason,
    `${host} ${words[reason] ?? 'broke the connection'} (${code ?? 'no code'})`,
    { subject: host, cause },
  );
}

/** The first code on the way down the causes. */
function codeOf(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string' && current.code !== '') {
      return current.code;
    }
  }
  return undefined;
}
