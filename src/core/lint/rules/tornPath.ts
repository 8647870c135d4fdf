import type { OffsetRange } from '../../text/offsetRange.ts';
import type { Item, Parameter, Step } from '../../transformation/tree.ts';
import type { LintSource } from '../scope.ts';

const paths: ReadonlySet<string> = new Set(['i', 'di', 'ff']);

/** What a path ends with that stands before the asset: `b.jpg` in `b.jpg,l-end`. */
const endOfPath = /^[^,:]*?\.[a-z0-9]{2,5}(?=$|[,:])|^[^,:]+(?=[,:])/i;

/** A path with raw slashes, which end the transformation of a URL. */
export interface TornPath {
  readonly parameter: Parameter;
  /** From the beginning of the parameter’s value to the end of what is its rest. */
  readonly at: OffsetRange;
  readonly text: string;
  /** Whether it is the text of a text layer. */
  readonly isText: boolean;
}

/**
 * `di-a/b.jpg` in `…/tr:w-3,di-a/b.jpg/x.jpg`: a folder of the asset that is called like a file, or
 * has a separator in its name, is the rest of a path.
 */
export function findTornPath({ url, transformation }: LintSource): TornPath | undefined {
  if (!url || url.transformation?.position !== 'path' || url.prefix) return undefined;
  const last = transformation && endOf(transformation.steps);
  const { value, definition, holes } = last?.parameter ?? {};
  if (!last || !value || !definition || !paths.has(definition.key) || holes?.length)
    return undefined;
  if (/\.[a-z0-9]{2,5}$/i.test(value.text)) return undefined;
  const { assetPath } = url;
  if (assetPath.start !== value.end) return undefined;
  const folders = assetPath.text.split('/').slice(1, -1);
  const index = folders.findIndex((folder) => endOfPath.test(folder));
  const rest = endOfPath.exec(folders[index] ?? '')?.[0];
  if (rest === undefined) return undefined;
  const length = [...folders.slice(0, index), rest].join('/').length + 1;
  return {
    parameter: last.parameter,
    at: { start: value.start, end: value.end + length },
    text: value.text + assetPath.text.slice(0, length),
    isText: definition.key === 'i' && last.isInText,
  };
}

/** The last parameter of a chain, in whatever block. */
function endOf(
  steps: readonly Step[],
  isInText = false,
): { readonly parameter: Parameter; readonly isInText: boolean } | undefined {
  const item: Item | undefined = steps.at(-1)?.items.at(-1);
  switch (item?.kind) {
    case undefined:
      return undefined;
    case 'parameter':
      return { parameter: item, isInText };
    case 'layer':
      return item.close ? undefined : endOf(item.steps, item.open.hasValue('text'));
    case 'conditional':
      return item.close ? undefined : endOf(item.branches.at(-1)?.steps ?? [], isInText);
    default:
      return item satisfies never;
  }
}
