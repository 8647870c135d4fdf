import { templateSlice, type TemplateSlice } from '../text/interpolation.ts';
import { placeOfKey } from './catalogue/catalogue.ts';
import { scanParameters, startsStep } from './scan.ts';
import type { Branch, Conditional, Item, Layer, Parameter, Step, Transformation } from './tree.ts';

/**
 * Deeper blocks are kept as plain parameters, what closes them too; ImageKit itself allows three
 * levels of layers.
 */
const deepestNesting = 20;

type Block = 'layer' | 'conditional';

/** A parameter that ends or divides a block. */
type Marker = 'layerEnd' | 'otherwise' | 'conditionalEnd';

const layerPlace = placeOfKey('l', 0, 1);
const conditionalPlace = placeOfKey('if', 0, 2);

/** The block that a parameter belongs to by its key; most belong to none. */
function blockOf({ place }: Parameter): Block | undefined {
  if (place === layerPlace) return 'layer';
  return place === conditionalPlace ? 'conditional' : undefined;
}

function markerOf(parameter: Parameter, block: Block): Marker | undefined {
  if (parameter.hasValue('end')) return block === 'layer' ? 'layerEnd' : 'conditionalEnd';
  return block === 'conditional' && parameter.hasValue('else') ? 'otherwise' : undefined;
}

/**
 * Reads a `tr` text (the part behind `tr:` or `tr=`) into a tree, in one pass and for every input;
 * what is wrong with it the linter tells.
 * Grammar: https://imagekit.io/docs/transformations
 * @param source A text alone has the holes that it would have in any language.
 */
export function parseTransformation(source: string | TemplateSlice): Transformation {
  const slice = typeof source === 'string' ? templateSlice(source) : source;
  const { text, start, end, holes } = slice;
  const steps = text === '' ? [] : new Parser(slice).parseSteps(0, 0);
  return { text, start, end, holes, steps };
}

class Parser {
  readonly #parameters: readonly Parameter[];
  /** Of the parameter that is read next. */
  #index = 0;

  constructor(slice: TemplateSlice) {
    this.#parameters = scanParameters(slice);
  }

  /**
   * Reads until the end of the text or a marker of an open block, which stays unread.
   * @param layers How many layers are open.
   * @param conditionals How many conditions are open.
   */
  parseSteps(layers: number, conditionals: number): Step[] {
    // A list that is made with its item takes a quarter of the memory of one that grows.
    let steps: Step[] | undefined;
    let items: Item[] = [];
    let first: Parameter | undefined;
    let end = 0;
    const tooDeep = { layer: 0, conditional: 0 };
    for (;;) {
      const parameter = this.#parameters[this.#index];
      if (!parameter) break;
      const block = blockOf(parameter);
      const marker = block && markerOf(parameter, block);
      if (marker && tooDeep[block] > 0) {
        if (marker !== 'otherwise') tooDeep[block]--;
      } else if (marker && (block === 'layer' ? layers : conditionals) > 0) break;

      this.#index++;
      if (!first) first = parameter;
      else if (startsStep(parameter)) {
        (steps ??= []).push({ leading: first.leading, start: first.start, end, items });
        first = parameter;
        items = [];
      }
      // A marker that no block waits for, and a block that is too deep, stay plain parameters.
      const isOpener = block !== undefined && !marker;
      const opensBlock = isOpener && layers + conditionals < deepestNesting;
      if (isOpener && !opensBlock) tooDeep[block]++;
      const item = opensBlock
        ? this.#parseBlock(parameter, block, layers, conditionals)
        : parameter;
      items.push(item);
      end = item.end;
    }
    if (!first) return [];
    const last = { leading: first.leading, start: first.start, end, items };
    if (!steps) return [last];
    steps.push(last);
    return steps;
  }

  #parseBlock(open: Parameter, block: Block, layers: number, conditionals: number): Item {
    return block === 'layer'
      ? this.#parseLayer(open, layers + 1, conditionals)
      : this.#parseConditional(open, layers, conditionals + 1);
  }

  #parseLayer(open: Parameter, layers: number, conditionals: number): Layer {
    const steps = this.parseSteps(layers, conditionals);
    const close = this.#accept('layerEnd');
    const { leading, start } = open;
    const end = close?.end ?? steps.at(-1)?.end ?? open.end;
    return { kind: 'layer', leading, start, end, open, steps, close };
  }

  #parseConditional(open: Parameter, layers: number, conditionals: number): Conditional {
    const branches: Branch[] = [];
    let end = open.end;
    let arm: Parameter | undefined = open;
    while (arm) {
      const steps = this.parseSteps(layers, conditionals);
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
    const block = parameter && blockOf(parameter);
    if (!block || markerOf(parameter, block) !== marker) return undefined;
    this.#index++;
    return parameter;
  }
}
