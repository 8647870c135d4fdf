import { checkClientCredentials, hasClientCredentials } from '../auth/clientSignature.ts';
import { requirePrivateKey } from '../auth/requirePrivateKey.ts';
import { checkUploadToken } from '../auth/uploadToken.ts';
import { ApiError } from '../server/apiError.ts';
import type { Exchange } from '../server/exchange.ts';

type Fields = Readonly<Record<string, string>>;

/** How a version of the upload API lets a client in; both take the private key instead. */
export type AuthenticateUpload = (
  exchange: Exchange,
  fields: Fields,
  usedTokens: Set<string>,
) => void;

const both = 'Use either a private key or the credentials of a client, not both.';
const hasKey = (exchange: Exchange): boolean =>
  exchange.request.headers.authorization !== undefined;
const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** Version 1: public key, signature, expiry and token. */
export const authenticateV1: AuthenticateUpload = (exchange, fields, usedTokens) => {
  const client = {
    publicKey: fields['publicKey'],
    signature: fields['signature'],
    expire: fields['expire'],
    token: fields['token'],
  };
  if (!hasClientCredentials(client)) requirePrivateKey(exchange);
  else if (hasKey(exchange)) throw new ApiError(400, both);
  else checkClientCredentials(client, usedTokens, nowSeconds());
};

/** Version 2: a token that names every field. */
export const authenticateV2: AuthenticateUpload = (exchange, fields, usedTokens) => {
  const { token, file: _file, ...others } = fields;
  if (!token) requirePrivateKey(exchange);
  else if (hasKey(exchange)) throw new ApiError(400, both);
  else checkUploadToken(token, others, usedTokens, nowSeconds());
};
