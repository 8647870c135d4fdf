import { catalogue } from '../transformation/catalogue/catalogue.ts';
import type {
  ParameterDefinition,
  ValueKind,
} from '../transformation/catalogue/parameterDefinition.ts';
import type { Parameter } from '../transformation/tree.ts';
import { acceptsValue } from '../transformation/value/acceptsValue.ts';

/** The good values of one parameter, made ready to be looked up quickly. */
interface GoodValues {
  readonly isFlag: boolean;
  /** Any text is a good value. */
  readonly isFree: boolean;
  /** The range of whole numbers that are good values. */
  readonly min: number;
  readonly max: number;
  /** The values that have a name. */
  readonly names: ReadonlySet<string>;
  /** What else is a good value. */
  readonly others: readonly ValueKind[];
  /** Some that were met: a document has few different ones, and to compare makes no new string. */
  readonly met: string[];
}

const mostMet = 4;

/** By the place in the catalogue. Made when first asked, as loading the extension must cost nothing. */
let known: readonly GoodValues[] | undefined;

function goodValuesOf({ place }: Parameter): GoodValues | undefined {
  return (known ??= catalogue.map(collect))[place];
}

const openRange = { min: -Infinity, max: Infinity };

function collect({ values }: ParameterDefinition): GoodValues {
  const range = values.find(({ kind }) => kind === 'integer' || kind === 'number');
  const { min, max } = { min: Infinity, max: -Infinity, ...(range && { ...openRange, ...range }) };
  return {
    isFlag: values.some(({ kind }) => kind === 'flag'),
    isFree: values.some(({ kind }) => kind === 'text' || kind === 'path'),
    min,
    max,
    names: new Set(
      values.flatMap((kind) => (kind.kind === 'enum' ? kind.values.map(({ value }) => value) : [])),
    ),
    others: values.filter(({ kind }) => kind !== 'flag' && kind !== 'enum'),
    met: [],
  };
}

/** How good a value is: cheaper to carry on than a word. */
export const badValue = 0;
export const goodValue = 1;
/** A whole number, as most good values are. */
export const goodNumber = 2;

/**
 * Whether a parameter has a value that it takes, or none where it needs none. What a template fills
 * in is good.
 * @param parameter One that the catalogue knows.
 */
export function goodnessOf(parameter: Parameter): number {
  const good = goodValuesOf(parameter);
  if (!good) return badValue;
  const { valueLength } = parameter;
  if (valueLength < 0) return good.isFlag ? goodValue : badValue;
  if (good.min <= good.max) {
    const { wholeNumber } = parameter;
    if (wholeNumber >= good.min && wholeNumber <= good.max) return goodNumber;
  }
  if (good.isFree && valueLength > 0) return goodValue;
  for (const value of good.met) if (parameter.hasValue(value)) return goodValue;
  const text = parameter.value?.text ?? '';
  if (good.names.has(text) || acceptsValue(text, good.others)) {
    if (good.met.length === mostMet) good.met.shift();
    good.met.push(text);
    return goodValue;
  }
  return parameter.holes.length > 0 ? goodValue : badValue;
}
