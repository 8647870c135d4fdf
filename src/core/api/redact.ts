const hidden = '[hidden]';

/** What must not reach a log, an error or a message, wherever it stands in a text. */
const secretShapes: readonly (readonly [shape: RegExp, replacement: string])[] = [
  [/\b(authorization["']?\s*[:=]\s*["']?)[^\s"',}\]]+(?:[ \t]+[^\s"',}\]]+)?/gi, `$1${hidden}`],
  [/\b(basic|bearer)[ \t]+[A-Za-z0-9+/_.~=-]{8,}/gi, `$1 ${hidden}`],
  [/\bprivate_[A-Za-z0-9+/_=%.-]+/g, `private_${hidden}`],
  [/\bwhsec_[A-Za-z0-9+/_=%.-]+/g, `whsec_${hidden}`],
  // What origins and SDKs call their secrets, in JSON and in text.
  [
    /\b((?:secretKey|accessKey|sasToken|clientSecret|password|privateKey)["']?\s*[:=]\s*["']?)[^\s"',;}\]]+/gi,
    `$1${hidden}`,
  ],
  // The signature of a delivery URL, also where the URL itself was percent-encoded.
  [/(ik-s(?:["']?\s*[:=]\s*["']?|%3D))[^&\s"'<>#%)]+/gi, `$1${hidden}`],
  // JSON web tokens, such as those of the upload API v2: their first part is JSON in base64url.
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, hidden],
  // Of client uploads and of their bodies.
  [/\b(signature["']?\s*[:=]\s*["']?)[0-9a-f]{16,}/gi, `$1${hidden}`],
  [/(\/\/)[^\s/:@]+:[^\s/@]*@/g, `$1${hidden}@`],
];

/**
 * The text without private keys, credentials and URL signatures.
 * @param secrets Further texts to remove, such as a key that does not look like one.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const withoutKnown = secrets.reduce(
    (rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, hidden)),
    text,
  );
  return secretShapes.reduce(
    (rest, [shape, replacement]) => rest.replace(shape, replacement),
    withoutKnown,
  );
}

/** The same for every text in a value of JSON, also for the names of its members. */
export function redactValue(value: unknown, secrets: readonly string[] = []): unknown {
  if (typeof value === 'string') return redact(value, secrets);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, secrets));
  return typeof value === 'object' && value !== null ? redactMembers(value, secrets) : value;
}

export function redactMembers(
  value: object,
  secrets: readonly string[] = [],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      redact(name, secrets),
      redactValue(member, secrets),
    ]),
  );
}

/** An error with its message, stack and causes redacted; itself where it holds no secret. */
export function redactCause(cause: unknown): unknown {
  if (typeof cause === 'string') return redact(cause);
  if (!(cause instanceof Error)) return cause;
  const message = redact(cause.message);
  const stack = redact(cause.stack ?? '');
  const below = redactCause(cause.cause);
  if (message === cause.message && stack === (cause.stack ?? '') && below === cause.cause) {
    return cause;
  }
  const clean = new Error(message, below === undefined ? undefined : { cause: below });
  return Object.assign(clean, {
    name: cause.name,
    stack,
    ...('code' in cause && { code: cause.code }),
  });
}
