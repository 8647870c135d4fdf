import type {
  ParameterDefinition,
  TargetKind,
} from '../../transformation/catalogue/parameterDefinition.ts';
import { acceptsValue } from '../../transformation/value/acceptsValue.ts';
import { holesIn, type TemplateSlice } from '../../text/interpolation.ts';
import type { OffsetRange } from '../../text/offsetRange.ts';
import type { Parameter, Step } from '../../transformation/tree.ts';
import type { DocumentTraits } from '../documentTraits.ts';
import { targetOfLayer } from '../targets.ts';
import type { UsedColours } from './usedColours.ts';
import {
  parameterAt,
  transformationAt,
  type Block,
  type LocatedTransformation,
} from '../transformationAt.ts';

/** What a whole transformation is applied to. */
export type Base = Pick<LocatedTransformation, 'targets' | 'suffix'>;

/** `tr:w-300,h|` or `tr:|`: a key is typed or replaced. */
export interface ParameterNameContext {
  readonly kind: 'parameterName';
  /** The whole key, also what is behind the cursor: `he|ight` is replaced by `h`. */
  readonly replace: OffsetRange;
  readonly offset: number;
  /** The part of the key before the cursor. */
  readonly typed: string;
  /** Whether a value follows already: `w|-300`. */
  readonly hasValue: boolean;
  /** Keys that the step has beside this one. */
  readonly used: ReadonlySet<string>;
  /** What the parameter would be applied to. */
  readonly targets: readonly TargetKind[];
  readonly isInLayer: boolean;
  /** What is transformed in the end, whatever layer the cursor is in. */
  readonly base: Base;
  /** Whether a parameter is complete before the cursor, so that the chain may go on: `e-usm|`. */
  readonly endsParameter: boolean;
}

/** `tr:f-we|`: a value is typed or replaced. */
export interface ParameterValueContext {
  readonly kind: 'parameterValue';
  /** The whole value: `f-we|bp` is replaced by `avif`. */
  readonly replace: OffsetRange;
  readonly value: TemplateSlice;
  readonly offset: number;
  readonly definition: ParameterDefinition;
  readonly targets: readonly TargetKind[];
  readonly isInLayer: boolean;
  /** Whether the value is complete before the cursor, so that the chain may go on: `w-300|`. */
  readonly endsParameter: boolean;
  readonly usedColours?: UsedColours;
  /** What is open at the cursor, and so can be closed. */
  readonly blocks: readonly Block[];
  /** Whether it opens a layer or condition that nothing closes: a snippet can write it whole. */
  readonly opensBlock: boolean;
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
  traits: DocumentTraits = {},
): CompletionContext | undefined {
  const located = transformationAt(text, offset, endpoints, traits);
  return located && contextIn(located, offset);
}

function contextIn(
  { transformation, ...base }: LocatedTransformation,
  offset: number,
): CompletionContext | undefined {
  const { targets } = base;
  const place = parameterAt(transformation.steps, offset);
  if (!place) {
    // Nothing is typed yet: `tr:|`.
    const replace = { start: offset, end: offset };
    return {
      kind: 'parameterName',
      replace,
      offset,
      typed: '',
      hasValue: false,
      used: new Set(),
      targets,
      isInLayer: false,
      base,
      endsParameter: false,
    };
  }
  const { parameter, step, layer, blocks } = place;
  const surroundings = {
    targets: layer ? [targetOfLayer(layer)] : targets,
    isInLayer: layer !== undefined,
    base,
    offset,
    endsParameter: offset === parameter.end && isComplete(parameter),
  };
  const { key, value, definition } = parameter;
  if (value && offset >= value.start) {
    return (
      definition && {
        kind: 'parameterValue',
        replace: value,
        value: { ...value, holes: holesIn(parameter, value) },
        definition,
        opensBlock: opensBlock(step, parameter),
        blocks,
        ...surroundings,
      }
    );
  }
  return {
    kind: 'parameterName',
    replace: key,
    typed: key.text.slice(0, offset - key.start),
    hasValue: value !== undefined,
    used: keysOf(step, key.text),
    ...surroundings,
  };
}

function isComplete({ definition, value }: Parameter): boolean {
  if (!definition) return false;
  return value
    ? acceptsValue(value.text, definition.values)
    : definition.values.some(({ kind }) => kind === 'flag');
}

function opensBlock({ items }: Step, parameter: Parameter): boolean {
  return items.some(
    (item) => item.kind !== 'parameter' && item.open === parameter && item.close === undefined,
  );
}

function keysOf({ items }: Step, except: string): ReadonlySet<string> {
  const keys = items.flatMap((item) => (item.kind === 'parameter' ? [item.key.text] : []));
  return new Set(keys.filter((key) => key !== except));
}
