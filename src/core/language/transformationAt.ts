import type { TargetKind } from '../transformation/catalogue/parameterDefinition.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type { Item, Layer, Parameter, Step, Transformation } from '../transformation/tree.ts';
import type { TemplateSlice } from '../text/interpolation.ts';
import { touches } from '../text/offsetRange.ts';
import { stringSyntaxOf } from '../text/stringSyntax.ts';
import type { DocumentTraits } from './documentTraits.ts';
import { targetsOfUrl, unknownTargets } from './targets.ts';
import { findBareTransformationAt } from './findBareTransformation.ts';
import { findTransformationValueAt } from './findTransformationValue.ts';
import { mentionsImageKit } from './triggers.ts';
import { findUnfinishedImageKitUrlAt } from './findImageKitUrls.ts';

/** A transformation in a document and what it is applied to. */
export interface LocatedTransformation {
  readonly transformation: Transformation;
  /** What the asset may be; more than one where its path does not tell. */
  readonly targets: readonly TargetKind[];
  /** The suffix token of the URL, or nothing for a URL without; absent where there is no URL. */
  readonly suffix?: string;
}

/**
 * The transformation under a cursor, in an ImageKit URL (`…/tr:w-3|00/a.jpg`, `…?tr=w-3|00`) or
 * without one; see findBareTransformation.ts and findTransformationValue.ts.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 */
export function transformationAt(
  text: string,
  offset: number,
  endpoints: readonly string[],
  traits: DocumentTraits = {},
): LocatedTransformation | undefined {
  const url = findUnfinishedImageKitUrlAt(text, offset, endpoints, traits);
  if (url) {
    const { transformation } = url;
    if (!transformation || !touches(transformation, offset)) return undefined;
    return {
      transformation: parseTransformation(transformation),
      targets: targetsOfUrl(url),
      suffix: url.suffix?.text ?? '',
    };
  }
  const bare = bareAt(text, offset, traits);
  return bare && { transformation: parseTransformation(bare), targets: unknownTargets };
}

function bareAt(text: string, offset: number, traits: DocumentTraits): TemplateSlice | undefined {
  const syntax = stringSyntaxOf(traits.languageId);
  const bare = findBareTransformationAt(text, offset, syntax);
  if (bare) return bare;
  // Whether a document speaks of ImageKit is asked last, as all of it has to be looked through.
  const value = findTransformationValueAt(text, offset, syntax);
  return value && (traits.mentionsImageKit ?? mentionsImageKit(text)) ? value : undefined;
}

/** What something closes. */
export type Block = 'layer' | 'conditional';

/** What is around a part of a tree. */
interface Surroundings {
  /** The innermost layer around it. */
  readonly layer?: Layer;
  /** Those that are open there, and so can be closed. */
  readonly blocks: readonly Block[];
}

/** Where in a tree a cursor stands. */
export interface ParameterPlace extends Surroundings {
  readonly parameter: Parameter;
  /** The step that holds it. */
  readonly step: Step;
}

/** The parameter that a cursor touches, in whatever layer or branch it is. */
export function parameterAt(
  steps: readonly Step[],
  offset: number,
  around: Surroundings = { blocks: [] },
): ParameterPlace | undefined {
  for (const step of steps) {
    if (!touches(step, offset)) continue;
    for (const item of step.items) {
      if (!touches(item, offset)) continue;
      const place = placeIn(item, step, offset, around);
      if (place) return place;
    }
  }
  return undefined;
}

function placeIn(
  item: Item,
  step: Step,
  offset: number,
  around: Surroundings,
): ParameterPlace | undefined {
  const here = (
    parameter: Parameter | undefined,
    { blocks } = around,
  ): ParameterPlace | undefined =>
    parameter && touches(parameter, offset) ? { ...around, blocks, parameter, step } : undefined;
  const within = (block: Block): Surroundings => ({
    ...around,
    blocks: [...around.blocks, block],
  });
  switch (item.kind) {
    case 'parameter':
      return here(item);
    case 'layer': {
      const inside = within('layer');
      return (
        here(item.open) ??
        parameterAt(item.steps, offset, { ...inside, layer: item }) ??
        here(item.close, inside)
      );
    }
    case 'conditional': {
      const inside = within('conditional');
      for (const { open, steps } of item.branches) {
        const isFirst = open === item.open;
        const place = here(open, isFirst ? around : inside) ?? parameterAt(steps, offset, inside);
        if (place) return place;
      }
      return here(item.close, inside);
    }
    default:
      return item satisfies never;
  }
}
