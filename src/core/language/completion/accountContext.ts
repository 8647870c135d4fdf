import { partOf, type TemplateSlice } from '../../text/interpolation.ts';
import { decodeText } from '../../text/decodeText.ts';
import { touches, type OffsetRange } from '../../text/offsetRange.ts';
import type { TargetKind } from '../../transformation/catalogue/parameterDefinition.ts';
import type { DocumentTraits } from '../documentTraits.ts';
import { findUnfinishedImageKitUrlAt } from '../findImageKitUrls.ts';
import { isUrlOf } from '../accountContent.ts';
import { getCompletionContext } from './completionContext.ts';

/** What kind of file makes sense at a place. */
export type WantedFile = 'any' | 'image' | 'video' | 'subtitles' | 'font';

/** `n-|`: one of the account's named transformations. */
interface NamedTransformationContext {
  readonly kind: 'namedTransformation';
  readonly replace: OffsetRange;
}

/** `https://ik.imagekit.io/demo/blog/a|` or `l-image,i-blog@@a|`: a file or folder of the library. */
export interface AssetContext {
  readonly kind: 'asset';
  /** The last part of the path, also what is behind the cursor. */
  readonly replace: OffsetRange;
  /** As the library has it: `/blog`. */
  readonly folder: string;
  /** The part of the name before the cursor, decoded. */
  readonly prefix: string;
  /** What stands between folders. */
  readonly separator: '/' | '@@';
  readonly wants: WantedFile;
  /** Whether the path goes on behind it. */
  readonly isFollowed: boolean;
}

/** `"https://|"`: where URLs of the accounts begin. */
interface EndpointContext {
  readonly kind: 'endpoint';
  /** Those that begin with what is typed; those of the account in force first. */
  readonly urlEndpoints: readonly string[];
  readonly replace: OffsetRange;
}

export type AccountContext = NamedTransformationContext | AssetContext | EndpointContext;

/**
 * Where a cursor stands, if only the account knows what fits there.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 * @param own Those of the account in force, without trailing slash.
 */
export function getAccountContext(
  text: string,
  offset: number,
  endpoints: readonly string[],
  own: readonly string[],
  traits: DocumentTraits = {},
): AccountContext | undefined {
  const context = getCompletionContext(text, offset, endpoints, traits);
  if (context) {
    if (context.kind === 'parameterName') return undefined;
    const { definition, value, targets } = context;
    if (definition.key === 'n') return { kind: 'namedTransformation', replace: value };
    const wants = wantedFile(definition.key, targets);
    return wants && assetIn(value, offset, '@@', wants);
  }
  const url = findUnfinishedImageKitUrlAt(text, offset, endpoints, traits);
  if (url) {
    const isOwn = isUrlOf({ urlEndpoints: own }, url);
    const isPath = touches(url.assetPath, offset) && offset > url.assetPath.start;
    return isOwn && isPath ? assetIn(partOf(url, url.assetPath), offset, '/', 'any') : undefined;
  }
  return endpointAt(text, offset, [...new Set([...own, ...endpoints])]);
}

/** By the parameter whose value is a path. */
function wantedFile(key: string, targets: readonly TargetKind[]): WantedFile | undefined {
  if (key === 'di') return 'image';
  if (key === 'ff') return 'font';
  return key === 'i' ? inputs.get(targets[0] ?? 'image') : undefined;
}

const inputs: ReadonlyMap<TargetKind, WantedFile> = new Map<TargetKind, WantedFile>([
  ['imageLayer', 'image'],
  ['canvasLayer', 'image'],
  ['videoLayer', 'video'],
  ['subtitleLayer', 'subtitles'],
]);

/** @returns `undefined` behind a file, and where a template fills in a part of the folder. */
function assetIn(
  path: TemplateSlice,
  offset: number,
  separator: AssetContext['separator'],
  wants: WantedFile,
): AssetContext | undefined {
  const cursor = offset - path.start;
  const before = path.text.slice(0, cursor);
  const last = before.lastIndexOf(separator);
  const begin = last === -1 ? 0 : last + separator.length;
  // The cursor is between the two `@`.
  if (separator === '@@' && before.endsWith('@') && !before.endsWith('@@')) return undefined;
  const next = path.text.indexOf(separator, begin);
  const names = before
    .slice(0, begin)
    .split(separator)
    .filter((name) => name !== '');
  const replace = { start: path.start + begin, end: next === -1 ? path.end : path.start + next };
  // Code that puts the rest behind the string leaves alone what is in it.
  const isFilledIn = path.holes.some(({ start, end }) => end > start && start <= replace.end);
  if (isFilledIn || names.some((name) => /\.\w+$/.test(name))) return undefined;
  return {
    kind: 'asset',
    replace,
    folder: `/${names.map(decodeText).join('/')}`,
    prefix: decodeText(before.slice(begin)),
    separator,
    wants,
    isFollowed: next !== -1,
  };
}

/** The beginning of a URL that nothing but a quote or bracket stands around. */
const unfinishedUrl = /(?:["'`(=]|url\()(https?:\/\/[^\s"'`<>()]*)$/i;

function endpointAt(
  text: string,
  offset: number,
  urlEndpoints: readonly string[],
): EndpointContext | undefined {
  const typed = unfinishedUrl.exec(text.slice(Math.max(0, offset - 300), offset))?.[1];
  const isFree = /^(?:["'`)\s]|$)/.test(text.slice(offset));
  if (typed === undefined || !isFree) return undefined;
  return {
    kind: 'endpoint',
    urlEndpoints: urlEndpoints.filter((each) => `${each}/`.startsWith(typed)),
    replace: { start: offset - typed.length, end: offset },
  };
}
