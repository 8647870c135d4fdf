import { isOpenEnded } from '../../text/interpolation.ts';
import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import { parseImageKitUrl } from '../../url/parseImageKitUrl.ts';

/** Goes through everything that a URL goes through as it is. */
const standIn = /ikhole\d+z/g;

/** A URL with a word in the place of each hole, and the code that the words stand for. */
export interface UrlWithStandIns {
  readonly url: ImageKitUrl;
  readonly expressions: ReadonlyMap<string, string>;
}

/**
 * @param opening What a hole of the language begins with: `${` or `{`.
 * @returns `undefined` where there is a hole of another kind, or one that is not in this string.
 */
export function withStandIns(url: ImageKitUrl, opening: string): UrlWithStandIns | undefined {
  if (url.holes.length === 0) return { url, expressions: new Map() };
  if (isOpenEnded(url) || hasStandIn(url.text)) return undefined;
  const expressions = new Map<string, string>();
  let text = '';
  let end = 0;
  for (const hole of url.holes) {
    const code = url.text.slice(hole.start - url.start, hole.end - url.start);
    if (!code.startsWith(opening) || !code.endsWith('}')) return undefined;
    const name = `ikhole${expressions.size}z`;
    expressions.set(name, code.slice(opening.length, -1).trim());
    text += url.text.slice(end, hole.start - url.start) + name;
    end = hole.end - url.start;
  }
  text += url.text.slice(end);
  const replaced = parseImageKitUrl(text, 0, [url.endpoint.text], []);
  return replaced && { url: replaced, expressions };
}

export function hasStandIn(text: string): boolean {
  return text.search(standIn) !== -1;
}

/** What is as good without a template around it. */
const plainExpression = /^[\w$.]+$/;

/**
 * A text as code, with the code that its words stand for.
 * @returns `undefined` for a text without such words.
 */
export function printTemplate(
  text: string,
  expressions: ReadonlyMap<string, string>,
): string | undefined {
  if (expressions.size === 0 || !hasStandIn(text)) return undefined;
  const alone = expressions.get(text);
  if (alone !== undefined && plainExpression.test(alone)) return alone;
  const escaped = text.replaceAll(/[`\\]|\$(?=\{)/g, '\\$&');
  return `\`${escaped.replaceAll(standIn, (name) => `\${${expressions.get(name) ?? ''}}`)}\``;
}
