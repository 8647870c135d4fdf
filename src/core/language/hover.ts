import { holeEnd } from '../text/interpolation.ts';
import type { CostClass } from '../transformation/catalogue/parameterDefinition.ts';
import { costOf } from '../transformation/cost.ts';
import { explainTransformation } from '../transformation/explain.ts';
import { parseTransformation } from '../transformation/parse.ts';
import { parametersOf, type Transformation } from '../transformation/tree.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { describeParameter } from './describeParameter.ts';
import { previewBox, type PreviewBox } from './previewBox.ts';
import { parameterAt } from './transformationAt.ts';

/** What a hover says about a URL. */
export interface UrlDescription {
  /** One plain sentence a step, in the order in which ImageKit applies them. */
  readonly steps: readonly string[];
  /** What rendering it for the first time costs the account. */
  readonly cost: CostClass;
  /** Whether it can be loaded: no hole, no half-typed parameter, a path that names a file. */
  readonly isComplete: boolean;
  /** How large its picture is to be shown. */
  readonly box: PreviewBox;
  /** Markdown about the parameter under the cursor. */
  readonly parameter?: string;
}

/** @param offset The cursor, in the document of the URL's offsets. */
export function describeUrl(url: ImageKitUrl, offset: number): UrlDescription {
  const transformation =
    url.transformation && parseTransformation(url.transformation.text, url.transformation.start);
  const parameter = transformation && parameterUnder(transformation, offset);
  return {
    steps: transformation ? explainTransformation(transformation) : [],
    cost: costOf(url, transformation),
    isComplete: isComplete(url, transformation),
    box: previewBox(transformation),
    ...(parameter !== undefined && { parameter }),
  };
}

function parameterUnder({ steps }: Transformation, offset: number): string | undefined {
  const definition = parameterAt(steps, offset)?.parameter.definition;
  return definition && describeParameter(definition);
}

function isComplete(url: ImageKitUrl, transformation: Transformation | undefined): boolean {
  return (
    /[^/]$/.test(url.assetPath.text) &&
    !hasHole(url.text) &&
    (transformation === undefined ||
      (transformation.problems.length === 0 && !lacksValue(transformation)))
  );
}

function lacksValue({ steps }: Transformation): boolean {
  for (const { definition, value } of parametersOf(steps)) {
    const takesNone = definition?.values.some(({ kind }) => kind === 'flag') ?? false;
    if (value?.text === '' || (value === undefined && !takesNone)) return true;
  }
  return false;
}

function hasHole(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (holeEnd(text, index) !== undefined) return true;
  }
  return false;
}
