import { findParameter } from './catalogue/catalogue.ts';
import { scanParameters, startsStep } from './scan.ts';
import type { Branch, Conditional, Item, Layer, Parameter, Step, Transformation } from './tree.ts';

/** Deeper blocks are kept as plain parameters; ImageKit itself allows three levels of layers. */
const deepestNesting = 20;

type Block = 'layer' | 'conditional';

/** A parameter that ends or divides a block. */
type Marker = 'layerEnd' | 'otherwise' | 'conditionalEnd';

const layerDefinition = findParameter('l');
const conditionalDefinition = findParameter('if');

/** The block that a parameter belongs to by its key; most belong to none. */
function blockOf({ definition }: Parameter): Block | undefined {
  if (definition === layerDefinition) return 'layer';
  return definition === conditionalDefinition ? 'conditional' : undefined;
}

function markerOf(parameter: Parameter, block: Block | undefined): Marker | undefined {
  if (block === undefined) return undefined;
  const value = parameter.value?.text;
  if (value === 'end') return block === 'layer' ? 'layerEnd' : 'conditionalEnd';
  return value === 'else' && block === 'conditional' ? 'otherwise' : undefined;
}

/**
 * Reads a `tr` text (the part behind `tr:` or `tr=`) into a tree, in one pass and for every input;
 * what is wrong with it the linter tells.
 * Grammar: https://imagekit.io/docs/transformations
 * @param start Offset of the text in its document.
 */
export function parseTransformation(text: string, start = 0): Transformation {
  const end = start + text.length;
  if (text === '') return { text, start, end, steps: [] };
  return { text, start, end, steps: new Parser(scanParameters(text, start)).parseSteps([]) };
}

class Parser {
  readonly #parameters: readonly Parameter[];
  #index = 0;

  constructor(parameters: readonly Parameter[]) {
    this.#parameters = parameters;
  }

  /** Reads until the end of the text or a marker of one of the open blocks, which stays unread. */
  parseSteps(open: readonly Block[]): Step[] {
    const steps: Step[] = [];
    let items: Item[] = [];
    let first: Parameter | undefined;
    for (;;) {
      const parameter = this.#parameters[this.#index];
      if (!parameter) break;
      const block = blockOf(parameter);
      const marker = markerOf(parameter, block);
      if (marker && block && open.includes(block)) break;

      this.#index++;
      if (!first) first = parameter;
      else if (startsStep(parameter)) {
        steps.push(stepOf(first, items));
        first = parameter;
        items = [];
      }
      items.push(block ? this.#parseBlock(parameter, block, marker, open) : parameter);
    }
    if (first) steps.push(stepOf(first, items));
    return steps;
  }

  /** A marker that no block waits for, and a block that is too deep, stay plain parameters. */
  #parseBlock(
    opening: Parameter,
    block: Block,
    marker: Marker | undefined,
    open: readonly Block[],
  ): Item {
    if (marker || open.length >= deepestNesting) return opening;
    return block === 'layer'
      ? this.#parseLayer(opening, open)
      : this.#parseConditional(opening, open);
  }

  #parseLayer(open: Parameter, outer: readonly Block[]): Layer {
    const steps = this.parseSteps([...outer, 'layer']);
    const close = this.#accept('layerEnd');
    const { leading, start } = open;
    const end = close?.end ?? steps.at(-1)?.end ?? open.end;
    return { kind: 'layer', leading, start, end, open, steps, close };
  }

  #parseConditional(open: Parameter, outer: readonly Block[]): Conditional {
    const branches: Branch[] = [];
    let end = open.end;
    let arm: Parameter | undefined = open;
    while (arm) {
      const steps = this.parseSteps([...outer, 'conditional']);
      branches.push({ open: arm, steps });
      end = steps.at(-1)?.end ?? arm.end;
      arm = this.#accept('otherwise');
    }
    const close = this.#accept('conditionalEnd');
    const { leading, start } = open;
    return { kind: 'conditional', leading, start, end: close?.end ?? end, open, branches, close };
  }

  #accept(marker: Marker): Parameter | undefined {
    const parameter = this.#parameters[this.#index];
    if (!parameter || markerOf(parameter, blockOf(parameter)) !== marker) return undefined;
    this.#index++;
    return parameter;
  }
}

function stepOf(first: Parameter, items: readonly Item[]): Step {
  const { leading, start } = first;
  return { leading, start, end: items.at(-1)?.end ?? first.end, items };
}
