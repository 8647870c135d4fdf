import { scanParameters, startsStep } from './scan.ts';
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

type Block = 'layer' | 'conditional';

/** A parameter that ends or divides a block. */
interface Marker {
  readonly block: Block;
  /** The problem that it is where no such block is open. */
  readonly stray: SyntaxProblemCode;
}

const layerEnd: Marker = { block: 'layer', stray: 'strayLayerEnd' };
const otherwise: Marker = { block: 'conditional', stray: 'strayElse' };
const conditionalEnd: Marker = {
  block: 'conditional',
  stray: 'strayConditionalEnd',
};

function markerOf({ key, value }: Parameter): Marker | undefined {
  if (key.text === 'l') return value?.text === 'end' ? layerEnd : undefined;
  if (key.text !== 'if') return undefined;
  if (value?.text === 'else') return otherwise;
  return value?.text === 'end' ? conditionalEnd : undefined;
}

/**
 * Reads a `tr` text (the part behind `tr:` or `tr=`) into a tree, in one pass and for every input;
 * what is wrong is a problem with offsets, never an exception.
 * Grammar: https://imagekit.io/docs/transformations
 * @param start Offset of the text in its document.
 */
export function parseTransformation(text: string, start = 0): Transformation {
  const end = start + text.length;
  if (text === '') return { text, start, end, steps: [], problems: [] };
  const parser = new Parser(scanParameters(text, start));
  return { text, start, end, steps: parser.parseSteps([]), problems: parser.problems };
}

class Parser {
  readonly problems: SyntaxProblem[] = [];
  readonly #parameters: readonly Parameter[];
  #index = 0;

  constructor(parameters: readonly Parameter[]) {
    this.#parameters = parameters;
  }

  /** Reads until the end of the text or a marker of one of the open blocks, which stays unread. */
  parseSteps(open: readonly Block[]): Step[] {
    const steps: { -readonly [Key in keyof Step]: Step[Key] }[] = [];
    let items: Item[] = [];
    for (;;) {
      const parameter = this.#parameters[this.#index];
      if (!parameter) return steps;
      const marker = markerOf(parameter);
      if (marker && open.includes(marker.block)) return steps;

      this.#index++;
      const item = this.#parseItem(parameter, marker, open);
      const { start, end, leading } = item;
      const last = steps.at(-1);
      if (!last || startsStep(parameter)) {
        items = [item];
        steps.push({ leading, start, end, items });
      } else {
        items.push(item);
        last.end = end;
      }
    }
  }

  #parseItem(parameter: Parameter, marker: Marker | undefined, open: readonly Block[]): Item {
    const isBlock = parameter.key.text === 'l' || parameter.key.text === 'if';
    if (parameter.start === parameter.end) this.#report('emptyParameter', parameter);
    else if (marker) this.#report(marker.stray, parameter);
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
    const close = this.#accept(layerEnd);
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
      arm = this.#accept(otherwise);
      if (arm && branches.length > 1) this.#report('strayElse', arm);
    }
    const close = this.#accept(conditionalEnd);
    if (!close) this.#report('unclosedConditional', parameter);
    const last = branches.at(-1);
    return {
      kind: 'conditional',
      ...extent(parameter, last?.steps ?? [], close ?? last?.open),
      branches,
      ...(close && { close }),
    };
  }

  #accept(marker: Marker): Parameter | undefined {
    const parameter = this.#parameters[this.#index];
    if (!parameter || markerOf(parameter) !== marker) return undefined;
    this.#index++;
    return parameter;
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
