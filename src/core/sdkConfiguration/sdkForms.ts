// How projects write down their account, as patterns. All repetitions are bounded: the files are
// anybody's, and a pattern must not take long on any of them.

const gap = String.raw`\s{0,40}`;
/** Behind a name: what separates it from its value in all the languages of ImageKit's SDKs. */
const assigned = String.raw`["'\`]?\]?${gap}(?:=>|:=|=|:)${gap}(?:\{${gap})?`;
const quote = String.raw`["'\`]`;

/** How each language reads an environment variable. */
const readsVariable = [
  String.raw`(?:process|import\.meta)\.env\.(?<dotted>\w{1,100})`,
  String.raw`(?:process|import\.meta)\.env\[${quote}(?<indexed>\w{1,100})${quote}\]`,
  String.raw`(?:os\.environ(?:\.get)?|os\.getenv|os\.Getenv|getenv|env|ENV(?:\.fetch)?|System\.getenv|Environment\.GetEnvironmentVariable|\$_ENV)[(\[]${quote}(?<called>\w{1,100})${quote}`,
];
/** `process.env.X ||` and the like before a value that stands in for it. */
const fallback = String.raw`(?:(?:process|import\.meta)\.env\.\w{1,100}${gap}(?:\|\||\?\?)${gap})?`;

const address = String.raw`(?<value>https?://[^\s"'\`<>{}()\[\];,]{1,500})`;
const key = String.raw`(?<value>public_[\w+/=.-]{1,200})`;
const id = String.raw`(?<value>[\w-]{1,100})`;

/** Options, attributes and environment variables: `urlEndpoint`, `url_endpoint`, `IMAGEKIT_URL`. */
const endpointNames = String.raw`(?:url_?end_?point|imagekit_?(?:base_?)?(?:url|end_?point))`;
const keyName = 'public_?key';
/** Classes that take the values by position. */
const constructorCall = String.raw`\b(?:ImageKit\w{0,40}|Configuration)${gap}\([^)]{0,500}?`;

/** Source: the quick starts of https://imagekit.io/docs/integration */
export const sdkForms = {
  urlEndpoint: [
    new RegExp(`${endpointNames}${assigned}${fallback}${quote}?${address}`, 'gi'),
    new RegExp(`${constructorCall}${quote}${address}${quote}`, 'gi'),
  ],
  publicKey: [
    new RegExp(`${keyName}${assigned}${fallback}${quote}?${key}`, 'gi'),
    new RegExp(`${constructorCall}${quote}${key}${quote}`, 'gi'),
  ],
  /** The ImageKit id alone, from which the endpoint follows: quoted, or a line of a `.env` file. */
  imagekitId: [
    new RegExp(`imagekit_?id${assigned}${quote}${id}${quote}`, 'gi'),
    new RegExp(String.raw`imagekit_?id=${id}[ \t]*(?:#.*)?$`, 'gim'),
  ],
  urlEndpointVariable: readsVariable.map(
    (read) => new RegExp(`${endpointNames}${assigned}${read}`, 'gi'),
  ),
  publicKeyVariable: readsVariable.map((read) => new RegExp(`${keyName}${assigned}${read}`, 'gi')),
} as const;

/** Lines that are comments as a whole, by the file's ending; `.env.local` is known by its start. */
export const commentLines: readonly (readonly [file: RegExp, line: RegExp])[] = [
  [/(?:^\.env(?:\.[\w.-]+)?|\.(?:env|py|rb|ya?ml|toml|properties))$/i, /^[ \t]*#.*$/gm],
  [
    /\.(?:[mc]?[jt]s|[jt]sx|vue|svelte|astro|php|java|kt|go|cs|swift|dart)$/i,
    /^[ \t]*(?:\/\/|\/\*|\*).*$/gm,
  ],
];

/** What documentation writes where a person's own value belongs. */
export const placeholder = /your_|your-|_here|xxx|\.\.\./i;
