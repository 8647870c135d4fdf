import type { TargetKind } from '../transformation/catalogue/parameterDefinition.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type { Item, Layer, Parameter, Step, Transformation } from '../transformation/tree.ts';
import type { TemplateSlice } from '../text/interpolation.ts';
import { touches } from '../text/offsetRange.ts';
import { stringSyntaxOf } from '../text/stringSyntax.ts';
import type { DocumentTraits } from './documentTraits.ts';
import { targetsOfUrl, unknownTargets } from './targets.ts';
import { findBareTransformationAt } from './findBareTransformation.ts';
import { findTransformationValueAt, mentionsImageKit } from './findTransformationValue.ts';
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

/** Where in a tree a cursor stands. */
export interface ParameterPlace {
  readonly parameter: Parameter;
  /** The step that holds it. */
  readonly step: Step;
  /** The innermost layer around it. */
  readonly layer?: Layer;
}

/** The parameter that a cursor touches, in whatever layer or branch it is. */
export function parameterAt(
  steps: readonly Step[],
  offset: number,
  layer?: Layer,
): ParameterPlace | undefined {
  for (const step of steps) {
    if (!touches(step, offset)) continue;
    for (const item of step.items) {
      if (!touches(item, offset)) continue;
      const place = placeIn(item, step, offset, layer);
      if (place) return place;
    }
  }
  return undefined;
}

function placeIn(
  item: Item,
  step: Step,
  offset: number,
  layer: Layer | undefined,
): ParameterPlace | undefined {
  const here = (parameter: Parameter | undefined): ParameterPlace | undefined =>
    parameter && touches(parameter, offset)
      ? { parameter, step, ...(layer && { layer }) }
      : undefined;
  switch (item.kind) {
    case 'parameter':
      return here(item);
    case 'layer':
      return here(item.open) ?? parameterAt(item.steps, offset, item) ?? here(item.close);
    case 'conditional': {
      for (const { open, steps } of item.branches) {
        const place = here(open) ?? parameterAt(steps, offset, layer);
        if (place) return place;
      }
      return here(item.close);
    }
    default:
      return item satisfies never;
  }
}
