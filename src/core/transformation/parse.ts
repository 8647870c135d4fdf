import type { OffsetRange } from '../text/offsetRange.ts';
import { findParameter } from './catalogue/catalogue.ts';
import { scanParameters, type ScannedParameter } from './scan.ts';
import type {
  Branch,
  Conditional,
  Item,
  Layer,
  Parameter,
  Step,
  SyntaxProblem,
  SyntaxProblemCode,
  Transformation,
} from './tree.ts';

/** Deeper blocks are kept as plain parameters; ImageKit itself allows three levels of layers. */
const deepestNesting = 20;

const messages: Readonly<Record<SyntaxProblemCode, string>> = {
  emptyParameter: 'There is no parameter here; remove the separator.',
  unclosedLayer: 'This layer is not closed; add l-end.',
  strayLayerEnd: 'There is no layer to close here; remove l-end.',
  unclosedConditional: 'This condition is not closed; add if-end.',
  strayElse: 'There is no condition for this if-else.',
  strayConditionalEnd: 'There is no condition to close here; remove if-end.',
  nestedTooDeep: 'This is nested too deep; ImageKit allows three levels of layers.',
};

/** Parameters that belong to a block, and the problem that they are where no such block is open. */
const blockMarkers: ReadonlyMap<string, { block: Block; stray: SyntaxProblemCode }> = new Map([
  ['l-end', { block: 'layer', stray: 'strayLayerEnd' }],
  ['if-else', { block: 'conditional', stray: 'strayElse' }],
  ['if-end', { block: 'conditional', stray: 'strayConditionalEnd' }],
]);

type Block = 'layer' | 'conditional';

/**
 * Reads a `tr` text (the part behind `tr:` or `tr=`) into a tree, in one pass and for every input;
 * what is wrong is a problem with offsets, never an exception.
 * Grammar: https://imagekit.io/docs/transformations
 * @param start Offset of the text in its document.
 */
export function parseTransformation(text: string, start = 0): Transformation {
  const end = start + text.length;
  if (text === '') return { text, start, end, steps: [], problems: [] };
  const parser = new Parser([...scanParameters(text, start)]);
  return { text, start, end, steps: parser.parseSteps([]), problems: parser.problems };
}

class Parser {
  readonly problems: SyntaxProblem[] = [];
  readonly #scanned: readonly ScannedParameter[];
  #index = 0;

  constructor(scanned: readonly ScannedParameter[]) {
    this.#scanned = scanned;
  }

  /** Reads until the end of the text or a marker of one of the open blocks, which stays unread. */
  parseSteps(open: readonly Block[]): Step[] {
    const steps: { -readonly [Key in keyof Step]: Step[Key] }[] = [];
    let items: Item[] = [];
    for (;;) {
      const scanned = this.#scanned[this.#index];
      if (!scanned) return steps;
      const marker = blockMarkers.get(scanned.text);
      if (marker && open.includes(marker.block)) return steps;

      const item = this.#parseItem(open);
      const { start, end, leading } = item;
      const last = steps.at(-1);
      if (scanned.startsStep || !last) {
        items = [item];
        steps.push({ leading, start, end, items });
      } else {
        items.push(item);
        last.end = end;
      }
    }
  }

  #parseItem(open: readonly Block[]): Item {
    const stray = blockMarkers.get(this.#scanned[this.#index]?.text ?? '')?.stray;
    const parameter = this.#next();
    const isBlock = parameter.key.text === 'l' || parameter.key.text === 'if';
    if (parameter.start === parameter.end) this.#report('emptyParameter', parameter);
    else if (stray) this.#report(stray, parameter);
    else if (isBlock && open.length >= deepestNesting) this.#report('nestedTooDeep', parameter);
    else if (isBlock) {
      return parameter.key.text === 'l'
        ? this.#parseLayer(parameter, open)
        : this.#parseConditional(parameter, open);
    }
    return parameter;
  }

  #parseLayer(parameter: Parameter, open: readonly Block[]): Layer {
    const steps = this.parseSteps([...open, 'layer']);
    const close = this.#accept('l-end');
    if (!close) this.#report('unclosedLayer', parameter);
    return {
      kind: 'layer',
      ...extent(parameter, steps, close),
      open: parameter,
      steps,
      ...(close && { close }),
    };
  }

  #parseConditional(parameter: Parameter, open: readonly Block[]): Conditional {
    const branches: Branch[] = [];
    let arm: Parameter | undefined = parameter;
    while (arm) {
      branches.push({ open: arm, steps: this.parseSteps([...open, 'conditional']) });
      arm = this.#accept('if-else');
      if (arm && branches.length > 1) this.#report('strayElse', arm);
    }
    const close = this.#accept('if-end');
    if (!close) this.#report('unclosedConditional', parameter);
    const last = branches.at(-1);
    return {
      kind: 'conditional',
      ...extent(parameter, last?.steps ?? [], close ?? last?.open),
      branches,
      ...(close && { close }),
    };
  }

  #accept(marker: string): Parameter | undefined {
    return this.#scanned[this.#index]?.text === marker ? this.#next() : undefined;
  }

  #next(): Parameter {
    const scanned = this.#scanned[this.#index++];
    if (!scanned) throw new RangeError('read past the end of the transformation');
    return toParameter(scanned);
  }

  #report(code: SyntaxProblemCode, { start, end }: Parameter): void {
    this.problems.push({ code, message: messages[code], start, end });
  }
}

/** A block reaches from what opens it to whatever of it comes last. */
function extent(
  open: Parameter,
  steps: readonly Step[],
  close: Parameter | undefined,
): Pick<Layer, 'leading' | 'start' | 'end'> {
  const end = Math.max(open.end, steps.at(-1)?.end ?? 0, close?.end ?? 0);
  return { leading: open.leading, start: open.start, end };
}

function toParameter({ text, start, end, leading, holes }: ScannedParameter): Parameter {
  const keyLength = lengthOfKey(text, start, holes);
  const key = { text: text.slice(0, keyLength), start, end: start + keyLength };
  const definition = findParameter(key.text);
  const node = { kind: 'parameter', leading, start, end, key, holes } as const;
  return {
    ...node,
    ...(definition && { definition }),
    ...(keyLength < text.length && {
      value: { text: text.slice(keyLength + 1), start: start + keyLength + 1, end },
    }),
  };
}

/** A key ends at the first hyphen; an effect's key ends at its second: `e-usm` in `e-usm-2-2`. */
function lengthOfKey(text: string, start: number, holes: readonly OffsetRange[]): number {
  let hyphen = text.indexOf('-', text.startsWith('e-') ? 2 : 0);
  // A hyphen inside of a hole is the template's: `${base-width}-300`.
  for (const hole of holes) {
    if (hyphen < hole.start - start) break;
    if (hyphen < hole.end - start) hyphen = text.indexOf('-', hole.end - start);
  }
  return hyphen === -1 ? text.length : hyphen;
}
