import type {
  ConditionalRule,
  LayerRule,
  ParameterRule,
  RuleInfo,
  StepRule,
  UnknownKeyRule,
  UrlRule,
  ValueRule,
} from './rule.ts';
import * as colours from './rules/colours.ts';
import * as expressions from './rules/expressions.ts';
import * as layerText from './rules/layerText.ts';
import * as leaked from './rules/leakedValue.ts';
import { ratioColon } from './rules/ratioColon.ts';
import * as size from './rules/size.ts';
import * as structure from './rules/structure.ts';
import * as unknownKeys from './rules/unknownKeys.ts';
import { valueRanges } from './rules/valueRanges.ts';
import * as values from './rules/values.ts';

/** All rules by what they are asked about. */
export interface RuleSet {
  /** The first that complains is the only one. */
  readonly unknownKey: readonly UnknownKeyRule[];
  /** The first that complains is the only one. */
  readonly value: readonly ValueRule[];
  readonly parameter: readonly ParameterRule[];
  readonly step: readonly StepRule[];
  readonly layer: readonly LayerRule[];
  readonly conditional: readonly ConditionalRule[];
  readonly url: readonly UrlRule[];
}

export const rules: RuleSet = {
  unknownKey: [
    structure.emptyParameter,
    unknownKeys.legacyOverlayParameter,
    unknownKeys.sdkName,
    unknownKeys.unknownKey,
  ],
  value: [
    values.missingValue,
    leaked.leakedValue,
    values.sdkTrue,
    values.flagWithValue,
    values.minusSign,
    values.valueOfSibling,
    ratioColon,
    expressions.malformedExpression,
    expressions.expressionNotTaken,
    colours.hashInColour,
    colours.hexOpacity,
    size.dimensionTooLarge,
    ...valueRanges,
    colours.invalidColour,
    values.invalidValue,
  ],
  parameter: [
    structure.strayLayerEnd,
    structure.strayConditionMarker,
    structure.blockNestedTooDeep,
    leaked.leakedText,
    layerText.slashInPath,
    layerText.outerSlash,
    layerText.textNeedsBase64,
    layerText.invalidBase64,
    layerText.twoInputs,
    expressions.baseVariableOutsideLayer,
    expressions.assetVariableInBlock,
    expressions.unusualPrecedence,
    size.ratioIgnored,
    size.ratioWithoutDimension,
    size.densityWithoutDimension,
    size.pixelRatioIgnored,
    size.dimensionTooLargeForWebp,
    size.strategyWithoutSize,
    size.twoStrategies,
    size.focusWithoutCrop,
    size.cornerOfPadding,
    size.zoomWithoutSubject,
    size.coordinateWithoutExtract,
    ...size.twoOrigins,
    size.extractOutside,
    size.rotatedExtract,
    size.singleDimension,
  ],
  step: [structure.duplicateParameter],
  layer: [
    structure.unclosedLayer,
    structure.layerNestedTooDeep,
    structure.layerWithoutInput,
    expressions.expressionLayerNotAlone,
  ],
  conditional: [structure.unclosedConditional, structure.conditionalNotAlone],
  url: [],
};

/** Every rule, for settings and documentation; a code may stand for several rules. */
export const ruleInfos: readonly RuleInfo[] = Object.values(rules).flat();
