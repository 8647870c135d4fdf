import type { RuleInfo, RuleSet } from './rule.ts';
import { privateKeyRule } from './privateKeys.ts';
import * as ai from './rules/ai.ts';
import * as appearance from './rules/appearance.ts';
import { applicability } from './rules/applicability.ts';
import * as background from './rules/background.ts';
import * as conditionalBlocks from './rules/conditionalBlocks.ts';
import { invalidCondition } from './rules/conditions.ts';
import { swappedSubtitleStyle } from './rules/subtitleStyle.ts';
import * as colours from './rules/colours.ts';
import * as delivery from './rules/delivery.ts';
import { duplicateParameter } from './rules/duplicates.ts';
import * as expressions from './rules/expressions.ts';
import * as expressionVariables from './rules/expressionVariables.ts';
import * as layerKind from './rules/layerKind.ts';
import * as layerPlace from './rules/layerPlace.ts';
import * as layerTime from './rules/layerTime.ts';
import * as textLayer from './rules/textLayer.ts';
import { fontWithoutStyle } from './rules/layerFont.ts';
import * as crop from './rules/crop.ts';
import * as extract from './rules/extract.ts';
import * as layerText from './rules/layerText.ts';
import * as leaked from './rules/leakedValue.ts';
import * as output from './rules/output.ts';
import * as pages from './rules/pages.ts';
import { unusualPrecedence } from './rules/precedence.ts';
import { restOfAddress, tornAddress } from './rules/tornAddress.ts';
import { ratioColon } from './rules/ratioColon.ts';
import * as signature from './rules/signature.ts';
import * as size from './rules/size.ts';
import * as structure from './rules/structure.ts';
import * as unknownKeys from './rules/unknownKeys.ts';
import { valueRanges } from './rules/valueRanges.ts';
import * as values from './rules/values.ts';
import * as video from './rules/video.ts';

/** All rules by what they are asked about. */
export const rules: RuleSet = {
  unknownKey: [
    structure.emptyParameter,
    ai.generationInChain,
    layerText.tornText,
    restOfAddress,
    unknownKeys.legacyOverlayParameter,
    unknownKeys.sdkName,
    unknownKeys.unknownKey,
  ],
  value: [
    values.placeholder,
    ai.missingPrompt,
    values.missingValue,
    invalidCondition,
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
    layerPlace.displacementMode,
    swappedSubtitleStyle,
    ...valueRanges,
    colours.invalidColour,
    values.invalidValue,
  ],
  parameter: [
    structure.strayLayerEnd,
    conditionalBlocks.strayConditionMarker,
    leaked.leakedText,
    layerText.slashInPath,
    layerText.outerSlash,
    layerText.textNeedsBase64,
    layerText.invalidBase64,
    layerText.twoInputs,
    expressionVariables.baseVariableOutsideLayer,
    expressionVariables.assetVariableInBlock,
    expressionVariables.expressionLayerNotAlone,
    unusualPrecedence,
    size.ratioIgnored,
    size.ratioWithoutDimension,
    size.densityWithoutDimension,
    size.pixelRatioIgnored,
    size.dimensionTooLargeForWebp,
    crop.strategyWithoutSize,
    crop.twoStrategies,
    crop.focusWithoutCrop,
    crop.cornerOfPadding,
    crop.customFocusMissing,
    crop.zoomWithoutSubject,
    extract.coordinateWithoutExtract,
    ...extract.twoOrigins,
    extract.extractOutside,
    extract.rotatedExtract,
    size.singleDimension,
    background.blurredWithoutPadding,
    background.blurredWithoutSize,
    background.generatedFill,
    background.generatedFillInLayer,
    background.nothingToFill,
    background.opacityOfBackground,
    appearance.transparentJpeg,
    appearance.roundedWithCrop,
    appearance.trimOff,
    appearance.shadowTooLarge,
    appearance.shadowOfOpaque,
    output.avifImpossible,
    output.gifOfStill,
    output.uselessWithFormat,
    output.originalWithOthers,
    pages.pageWithoutSuffix,
    pages.pageInCondition,
    pages.pagesOfOthers,
    output.absoluteDefault,
    tornAddress,
    output.nameOfTransformation,
    output.paidCredentials,
    ...applicability,
    layerPlace.focusIgnored,
    layerPlace.anchorWithoutCoordinates,
    ...layerPlace.twoPlaces,
    layerTime.durationIgnored,
    layerTime.endBeforeStart,
    layerPlace.placeOfExtract,
    layerPlace.displaceWithoutStrength,
    textLayer.wrapWithoutWidth,
    fontWithoutStyle,
    textLayer.textTooLong,
    textLayer.textTooLarge,
    textLayer.alphaIgnored,
    ai.twoAiEffects,
    ai.lateUpscale,
    ai.tooLargeForAi,
    ai.sizeBeforeEdit,
    ai.aiCost,
    ai.costlyRemoval,
    video.videoRotation,
    video.codecCombination,
    video.nothingLeft,
    video.videoTimes,
    video.slowCodec,
    video.fractionOnVideo,
  ],
  step: [duplicateParameter],
  layer: [
    structure.unclosedLayer,
    structure.layerNestedTooDeep,
    structure.layerWithoutInput,
    layerKind.layerOfVideo,
    layerKind.subtitleFile,
    layerKind.animatedImage,
    layerKind.emptyCanvas,
    layerKind.gradientOverVideo,
    layerKind.trimmedLayer,
  ],
  conditional: [
    conditionalBlocks.unclosedConditional,
    conditionalBlocks.blockNestedTooDeep,
    conditionalBlocks.conditionalNotAlone,
    video.conditionOnVideo,
  ],
  url: [
    delivery.twoTransformations,
    delivery.unescapedCharacter,
    layerText.slashOfPath,
    layerText.slashInText,
    output.svgUntouched,
    delivery.manifestResolutions,
    delivery.videoSuffixHint,
    signature.expiredSignature,
    signature.signedTransformation,
    signature.attachment,
    delivery.templatedSize,
    ai.cachedGeneration,
  ],
};

/** Every rule, for settings and documentation; a code may stand for several rules. */
export const ruleInfos: readonly RuleInfo[] = [...Object.values(rules).flat(), privateKeyRule];
