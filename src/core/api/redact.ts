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
  [/(ik-s(?:=|%3D))[^&\s"'<>#%)]+/gi, `$1${hidden}`],
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
