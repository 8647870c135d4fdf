import type { Composite, EnumValue, ValueKind } from './parameterDefinition.ts';

export const expression = { kind: 'expression' } as const satisfies ValueKind;
export const colour = { kind: 'colour' } as const satisfies ValueKind;
export const flag = { kind: 'flag' } as const satisfies ValueKind;
export const fraction = { kind: 'fraction' } as const satisfies ValueKind;
/** A length. */
export const pixels = { kind: 'integer', min: 0, unit: 'px' } as const satisfies ValueKind;
/** A place, which may lie outside: `N10`. */
export const coordinate = { kind: 'integer', unit: 'px' } as const satisfies ValueKind;
export const text = { kind: 'text' } as const satisfies ValueKind;
export const seconds = { kind: 'number', min: 0, unit: 's' } as const satisfies ValueKind;

export function oneOf(...values: readonly EnumValue[]): ValueKind {
  return { kind: 'enum', values };
}

/** `true` and `false`, each with the words for it inside a step's explanation. */
export function yesOrNo(whenTrue: string, whenFalse: string): ValueKind {
  return oneOf(
    { value: 'true', wholePhrase: whenTrue },
    { value: 'false', wholePhrase: whenFalse },
  );
}

/** `fo`, `lfo` and `lap` share these. Source: https://imagekit.io/docs/image-resize-and-crop */
export const ninePositions: readonly EnumValue[] = [
  position('center', 'the centre'),
  position('top', 'the top'),
  position('left', 'the left'),
  position('bottom', 'the bottom'),
  position('right', 'the right'),
  position('top_left', 'the top left'),
  position('top_right', 'the top right'),
  position('bottom_left', 'the bottom left'),
  position('bottom_right', 'the bottom right'),
];

function position(value: string, phrase: string): EnumValue {
  return { value, phrase };
}

/** A prompt for an AI effect, behind `prefix`. Source: https://imagekit.io/docs/ai-transformations */
export function prompts(prefix = ''): readonly Composite[] {
  return [
    {
      kind: 'composite',
      form: `${prefix}prompt-<text>`,
      pattern: new RegExp(`^${prefix}prompt-(?<text>.+)$`),
      parts: { text: [text] },
      phrase: '“{text}”',
    },
    {
      kind: 'composite',
      form: `${prefix}prompte-<base64>`,
      pattern: new RegExp(`^${prefix}prompte-(?<base64>.+)$`),
      parts: { base64: [text] },
      phrase: '“{base64}”',
    },
  ];
}
