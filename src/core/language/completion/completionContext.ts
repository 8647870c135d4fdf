import type {
  ParameterDefinition,
  TargetKind,
} from '../../transformation/catalogue/parameterDefinition.ts';
import { partsOfValue } from '../../transformation/value/valueParts.ts';
import { touches, type OffsetRange, type TextSlice } from '../../text/offsetRange.ts';
import type { Step } from '../../transformation/tree.ts';
import { targetOfLayer } from '../targets.ts';
import { parameterAt, transformationAt, type LocatedTransformation } from '../transformationAt.ts';

/** `tr:w-300,h|` or `tr:|`: a key is typed or replaced. */
export interface ParameterNameContext {
  readonly kind: 'parameterName';
  /** The whole key, also what is behind the cursor: `he|ight` is replaced by `h`. */
  readonly replace: OffsetRange;
  /** Whether a value follows already: `w|-300`. */
  readonly hasValue: boolean;
  /** Keys that the step has beside this one. */
  readonly used: ReadonlySet<string>;
  /** What the parameter would be applied to. */
  readonly targets: readonly TargetKind[];
  readonly isInLayer: boolean;
}

/** `tr:f-we|`: a value is typed or replaced. */
export interface ParameterValueContext {
  readonly kind: 'parameterValue';
  /** The whole value: `f-we|bp` is replaced by `avif`. */
  readonly replace: OffsetRange;
  readonly definition: ParameterDefinition;
  /** Where a colour stands in it: all of `bg-re|d`, the second part of `b-5_re|d`. */
  readonly colour?: OffsetRange;
  readonly targets: readonly TargetKind[];
  readonly isInLayer: boolean;
}

/** What a cursor stands in; everything that completion offers depends on it. */
export type CompletionContext = ParameterNameContext | ParameterValueContext;

/**
 * Where a cursor stands, in an ImageKit URL or in a quoted `tr:` text.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 * @returns `undefined` outside a transformation, and behind the hyphen of an unknown key.
 */
export function getCompletionContext(
  text: string,
  offset: number,
  endpoints: readonly string[],
): CompletionContext | undefined {
  const located = transformationAt(text, offset, endpoints);
  return located && contextIn(located, offset);
}

function contextIn(
  { transformation, targets }: LocatedTransformation,
  offset: number,
): CompletionContext | undefined {
  const place = parameterAt(transformation.steps, offset);
  if (!place) {
    // Nothing is typed yet: `tr:|`.
    const replace = { start: offset, end: offset };
    return {
      kind: 'parameterName',
      replace,
      hasValue: false,
      used: new Set(),
      targets,
      isInLayer: false,
    };
  }
  const { parameter, step, layer } = place;
  const surroundings = {
    targets: layer ? [targetOfLayer(layer)] : targets,
    isInLayer: layer !== undefined,
  };
  const { key, value, definition } = parameter;
  if (value && offset >= value.start) {
    if (!definition) return undefined;
    const colour = colourAt(value, offset, definition);
    return {
      kind: 'parameterValue',
      replace: value,
      definition,
      ...(colour && { colour }),
      ...surroundings,
    };
  }
  return {
    kind: 'parameterName',
    replace: key,
    hasValue: value !== undefined,
    used: keysOf(step, key.text),
    ...surroundings,
  };
}

/** The part of a value that the cursor touches, if that part is a colour. */
function colourAt(
  { text, start }: TextSlice,
  offset: number,
  definition: ParameterDefinition,
): OffsetRange | undefined {
  return partsOfValue(text, definition)
    .filter(({ kinds }) => kinds.some(({ kind }) => kind === 'colour'))
    .map((part) => ({ start: start + part.start, end: start + part.start + part.text.length }))
    .find((range) => touches(range, offset));
}

function keysOf({ items }: Step, except: string): ReadonlySet<string> {
  const keys = items.flatMap((item) => (item.kind === 'parameter' ? [item.key.text] : []));
  return new Set(keys.filter((key) => key !== except));
}
