import { slashesToAts, trimSlashes } from './encodeLayerInput.ts';
import { browserPositionCodes, nodePositionCodes, printLayer, type Overlay } from './printLayer.ts';
import { textOf } from './textOf.ts';
import {
  browserKeys,
  keyOf,
  nodeKeys,
  type KeyTable,
  type TransformationKey,
} from './transformationKeys.ts';

/** One step by the SDK's names or by codes; a name that is not known is printed as it is. */
export type TransformationStep = Readonly<Record<string, unknown>> & {
  readonly overlay?: Overlay;
  /** Printed as it is. */
  readonly raw?: string;
};

/** What the two modern SDKs do not agree on. */
interface Dialect {
  readonly keys: KeyTable;
  readonly positionCodes: typeof browserPositionCodes;
}

const browserDialect: Dialect = { keys: browserKeys, positionCodes: browserPositionCodes };
const nodeDialect: Dialect = { keys: nodeKeys, positionCodes: nodePositionCodes };

/**
 * The `tr` text of a chained transformation, as @imagekit/javascript 5.5 prints it. Values are not
 * escaped, but for the text and the input of layers.
 * Source: https://github.com/imagekit-developer/imagekit-javascript
 * @returns Empty for what is no array.
 * @throws TypeError for a path that is no text, as the SDK does.
 */
export function buildTransformationString(
  transformation: readonly TransformationStep[] | undefined,
): string {
  return printChain(transformation, browserDialect);
}

/** The same as @imagekit/nodejs 7 prints it, which knows a few other names. */
export function buildNodeTransformationString(
  transformation: readonly TransformationStep[] | undefined,
): string {
  return printChain(transformation, nodeDialect);
}

function printChain(transformation: unknown, dialect: Dialect): string {
  if (!Array.isArray(transformation)) return '';
  let chain: string | undefined;
  for (const step of transformation as readonly (TransformationStep | null | undefined)[]) {
    const printed = step ? printStep(step, dialect) : undefined;
    if (printed !== undefined) chain = chain === undefined ? printed : `${chain}:${printed}`;
  }
  return chain ?? '';
}

/** `undefined` for a step without a parameter; an empty `raw` is one. */
function printStep(step: TransformationStep, dialect: Dialect): string | undefined {
  let printed: string | undefined;
  for (const name of Object.keys(step)) {
    const parameter = printParameter(name, step[name], dialect);
    if (parameter !== undefined)
      printed = printed === undefined ? parameter : `${printed},${parameter}`;
  }
  return printed;
}

function printParameter(name: string, value: unknown, dialect: Dialect): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (name === 'overlay' && isOverlay(value)) {
    const layer = printLayer(value, dialect.positionCodes, (steps) => printChain(steps, dialect));
    return layer === '' ? undefined : layer;
  }
  if (name === '') return undefined;
  if (name === 'raw') return textOf(value);
  const key = keyOf(name, dialect.keys);
  return key.form === undefined ? `${key.code}-${textOf(value)}` : printForm(key, value);
}

/** Anything that is an object: the layer of one without type is empty. */
function isOverlay(value: unknown): value is Overlay {
  return typeof value === 'object';
}

function printForm({ code, form }: TransformationKey, value: unknown): string | undefined {
  const text = textOf(value);
  switch (form) {
    case 'switch':
      return value === true || value === 'true' || value === '-' ? code : undefined;
    case 'optional':
      return value === true || value === 'true' || text.trim() === '' ? code : `${code}-${text}`;
    case 'trim':
      return text.trim() === '' ? `${code}-true` : `${code}-${text}`;
    case 'list':
      return Array.isArray(value) ? `${code}-${value.join('_')}` : `${code}-${text}`;
    case 'path':
      return `${code}-${slashesToAts(trimSlashes(value || ''))}`;
    default:
      return `${code}-${text}`;
  }
}
