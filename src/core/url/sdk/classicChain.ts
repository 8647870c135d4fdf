import { slashesToAts, trimSlashes } from './encodeLayerInput.ts';
import { textOf } from './textOf.ts';
import { classicKeys, keyOf } from './transformationKeys.ts';

/** One step by the classic names or by codes; other names are printed as they are. */
export type ClassicStep = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The guides that ImageKit printed in 2022, where they differ from imagekit 5. */
export type Dialect = 'quickstart-2022';

/** The chain as imagekit 5 prints it: a step without parameters stays, an empty text. */
export function printClassicChain(transformation: unknown, dialect: Dialect | undefined): string {
  if (!Array.isArray(transformation)) return '';
  return (transformation as readonly (ClassicStep | null | undefined)[])
    .map((step) => (step ? printStep(step, dialect) : ''))
    .join(':');
}

function printStep(step: ClassicStep, dialect: Dialect | undefined): string {
  let printed: string | undefined;
  for (const name of Object.keys(step)) {
    const value: unknown = step[name];
    if (value === undefined || value === null) continue;
    const parameter = printParameter(name, value, dialect);
    printed = printed === undefined ? parameter : `${printed},${parameter}`;
  }
  return printed ?? '';
}

function printParameter(name: string, value: unknown, dialect: Dialect | undefined): string {
  const { code } = name === '' ? { code: '' } : keyOf(name, classicKeys);
  if (value === '-') return code;
  if (dialect === 'quickstart-2022') {
    // The guides say that an effect named by its code, and a code without value, mean the code.
    if (code.startsWith('e-') && (value === '' || value === code)) return code;
    // The SDK of that time did not know `raw` and printed it like any unknown name.
  } else if (name === 'raw') {
    return textOf(value);
  }
  const text = String(value);
  return `${code}-${code === 'di' ? slashesToAts(trimSlashes(text)) : text}`;
}
