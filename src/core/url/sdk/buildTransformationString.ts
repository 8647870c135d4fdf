import { printLayer, type Overlay } from './printLayer.ts';
import { codeOf, modernKeys } from './transformationKeys.ts';

/** One step by the SDK's names or by codes; a name that is not known is printed as it is. */
export type TransformationStep = Readonly<Record<string, unknown>> & {
  readonly overlay?: Overlay;
  /** Printed as it is. */
  readonly raw?: string;
};

/** Printed without value when switched on, and not at all otherwise. */
const switches: ReadonlySet<string> = new Set([
  'e-grayscale',
  'e-contrast',
  'e-removedotbg',
  'e-bgremove',
  'e-upscale',
  'e-retouch',
  'e-genvar',
]);

/** Printed without value for `true` and for an empty text. */
const optionalValues: ReadonlySet<string> = new Set([
  'e-sharpen',
  'e-shadow',
  'e-gradient',
  'e-usm',
  'e-dropshadow',
]);

/** Paths, in which `@@` stands for `/`. */
const paths: ReadonlySet<string> = new Set(['di', 'ff']);

/**
 * The `tr` text of a chained transformation, as @imagekit/javascript 5.5 prints it.
 * Source: https://github.com/imagekit-developer/imagekit-javascript
 */
export function buildTransformationString(
  transformation: readonly TransformationStep[] | undefined,
): string {
  if (!Array.isArray(transformation)) return '';
  return (transformation as readonly (TransformationStep | null | undefined)[])
    .filter((step) => step !== null && step !== undefined)
    .map(printStep)
    .filter((parts) => parts.length > 0)
    .map((parts) => parts.join(','))
    .join(':');
}

function printStep(step: TransformationStep): readonly string[] {
  return Object.entries(step).flatMap(([name, value]): readonly string[] => {
    if (value === null || value === undefined) return [];
    if (name === 'overlay' && typeof step.overlay === 'object') {
      const layer = printLayer(step.overlay, buildTransformationString);
      return layer.trim() === '' ? [] : [layer];
    }
    const code = codeOf(name, modernKeys);
    return code === '' ? [] : printParameter(code, value);
  });
}

function printParameter(code: string, value: unknown): readonly string[] {
  const isOn = value === true || value === 'true';
  if (switches.has(code)) return isOn || value === '-' ? [code] : [];
  if (optionalValues.has(code) && (isOn || (typeof value === 'string' && value.trim() === ''))) {
    return [code];
  }
  if (code === 'raw') return [String(value)];
  if (code === 't' && (isOn || value === '')) return ['t-true'];
  if (paths.has(code))
    return [
      `${code}-${String(value)
        .replace(/^\/|\/$/g, '')
        .replaceAll('/', '@@')}`,
    ];
  if (code === 'sr' && Array.isArray(value)) return [`${code}-${value.join('_')}`];
  return [`${code}-${String(value)}`];
}
