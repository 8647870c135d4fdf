import type { OffsetRange } from '../text/offsetRange.ts';
import { costOf, type NamedChains, type RenderingCost } from '../transformation/cost.ts';
import { explainTransformation } from '../transformation/explain.ts';
import { Linter } from '../lint/linter.ts';
import { parseTransformation } from '../transformation/parse.ts';
import type { PixelSize } from '../transformation/resolveSize.ts';
import type { Step, Transformation } from '../transformation/tree.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { describeCost } from './describeCost.ts';
import { describeParameter } from './describeParameter.ts';
import type { DocumentTraits } from './documentTraits.ts';
import { describeUrlPart } from './describeUrlPart.ts';
import { expandNames, type ExpandedStep } from './namedChains.ts';
import { previewBox, type PreviewBox } from './previewBox.ts';
import { fixedSizeOf, outputSizeOf } from './pictureFacts.ts';
import { resolveValue } from './resolvedValue.ts';
import { targetsOfUrl, unknownTargets } from './targets.ts';
import { parameterAt, transformationAt } from './transformationAt.ts';
import { t } from '../text/l10n.ts';

const linter = new Linter();

/** What a hover says about a URL. */
export interface UrlDescription {
  /** One plain sentence a step, in the order in which ImageKit applies them. */
  readonly steps: readonly string[];
  /** What rendering it for the first time costs the account. */
  readonly cost: RenderingCost;
  /** The same as a sentence; absent for what is free. */
  readonly price?: string;
  /** Whether it can be loaded: no hole, no half-typed parameter, a path that names a file. */
  readonly isComplete: boolean;
  /** How large its picture is to be shown. */
  readonly box: PreviewBox;
  /** Of the picture in pixels, where it can be told. */
  readonly size?: PixelSize;
  /** Markdown about the parameter, path token or query key under the cursor. */
  readonly part?: string;
}

/** What an account tells of a URL, as far as it is known. */
export interface KnownOfUrl {
  /** The size of the asset. */
  readonly original?: PixelSize | undefined;
  readonly named?: NamedChains | undefined;
}

/** Markdown about one parameter and the part of the document that it speaks of. */
export interface ParameterHover {
  readonly range: OffsetRange;
  readonly markdown: string;
}

/**
 * @param offset The cursor, in the document of the URL's offsets.
 * @param known What the account that it belongs to tells of it.
 */
export function describeUrl(
  url: ImageKitUrl,
  offset: number,
  { original, named }: KnownOfUrl = {},
): UrlDescription {
  const transformation = url.transformation && parseTransformation(url.transformation);
  const parameter = transformation && parameterHover(transformation, offset, original);
  const expanded = transformation ? expandNames(transformation, named) : [];
  const whole = expanded.flatMap(({ step, behind }) => behind?.steps ?? [step]);
  const size = sizeOf(url, whole, original);
  const cost = costOf(url, named);
  const price = describeCost(url, transformation, cost);
  const part = parameter?.markdown ?? describeUrlPart(url, offset);
  return {
    steps: expanded.flatMap(explainStep),
    cost,
    ...(price !== undefined && { price }),
    isComplete: isComplete(url, transformation),
    box: previewBox({ steps: whole }),
    ...(size && { size }),
    ...(part !== undefined && { part }),
  };
}

function explainStep({ step, behind }: ExpandedStep): readonly string[] {
  if (!behind) return explainTransformation({ steps: [step] });
  const { name, steps } = behind;
  return [
    t('Apply the named transformation {name}: {steps}', {
      name,
      steps: explainTransformation({ steps }).join('; '),
    }),
  ];
}

/**
 * What the parameter under a cursor does, in a URL or in a transformation that stands alone:
 * `"tr:w-3|00"`.
 * @param endpoints URL endpoints beside ImageKit's own hosts.
 * @returns `undefined` outside of a transformation and on a parameter that nobody knows.
 */
export function getParameterHover(
  text: string,
  offset: number,
  endpoints: readonly string[],
  traits: DocumentTraits = {},
): ParameterHover | undefined {
  const located = transformationAt(text, offset, endpoints, traits);
  return located && parameterHover(located.transformation, offset);
}

function parameterHover(
  transformation: Transformation,
  offset: number,
  original?: PixelSize,
): ParameterHover | undefined {
  const parameter = parameterAt(transformation.steps, offset)?.parameter;
  if (!parameter?.definition) return undefined;
  const { start, end, value, definition } = parameter;
  const resolved = original && resolveValue(transformation, parameter, original);
  return { range: { start, end }, markdown: describeParameter(definition, value?.text, resolved) };
}

/** Of a picture; without the size of its original, where every original gives the same. */
function sizeOf(
  url: ImageKitUrl,
  steps: readonly Step[],
  original: PixelSize | undefined,
): PixelSize | undefined {
  if (original) return outputSizeOf(steps, original);
  return targetsOfUrl(url).includes('image') ? fixedSizeOf(steps) : undefined;
}

function isComplete(url: ImageKitUrl, transformation: Transformation | undefined): boolean {
  return (
    /[^/]$/.test(url.assetPath.text) &&
    url.holes.length === 0 &&
    (transformation === undefined || !isHalfTyped(transformation))
  );
}

/** Codes of what is wrong while somebody types: without value, without end, without parameter. */
const halfTyped: ReadonlySet<string> = new Set(['S02', 'S06', 'S07', 'S08']);

function isHalfTyped(transformation: Transformation): boolean {
  return linter
    .lintTransformation(transformation, { targets: unknownTargets })
    .some(({ code }) => halfTyped.has(code));
}
