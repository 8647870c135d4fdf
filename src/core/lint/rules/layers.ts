import { fontStyles, isFontFile } from './fonts.ts';
import { decodeText } from '../../text/decodeText.ts';
import type { Step } from '../../transformation/tree.ts';
import { isNumber, numberOf } from '../../transformation/value/number.ts';
import { removeItem, replaceSpan, replaceValue } from '../fixes.ts';
import { relation } from '../relation.ts';
import type { LayerRule, ParameterRule, RuleInfo, ValueRule } from '../rule.ts';
import { findInStep, hasAny, lacksAll, valueInStep } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// Layers: place, time, text. Source: https://imagekit.io/docs/transformations#overlay-using-layers

const coordinates = ['lx', 'ly', 'lxc', 'lyc'];

export const focusIgnored = relation({
  code: 'L01',
  name: 'layerFocusIgnored',
  severity: 'warning',
  keys: ['lfo'],
  beside: coordinates,
  message: 'lfo is ignored beside {other}; remove it.',
  fix: 'remove',
});

export const anchorWithoutCoordinates = relation({
  code: 'L02',
  name: 'anchorWithoutCoordinates',
  severity: 'warning',
  keys: ['lap'],
  without: coordinates,
  message: 'lap says which point lx and ly place; add one of them.',
  fix: 'remove',
});

const twoCoordinates: RuleInfo = {
  code: 'L03',
  name: 'twoCoordinates',
  severity: 'error',
};

export const twoPlaces: readonly ParameterRule[] = [
  relation({
    ...twoCoordinates,
    keys: ['lx'],
    beside: ['lxc'],
    message: 'lx and lxc exclude each other; keep one.',
    fix: 'remove',
  }),
  relation({
    ...twoCoordinates,
    keys: ['ly'],
    beside: ['lyc'],
    message: 'ly and lyc exclude each other; keep one.',
    fix: 'remove',
  }),
];

export const durationIgnored = relation({
  code: 'L04',
  name: 'layerDurationIgnored',
  severity: 'warning',
  keys: ['ldu'],
  beside: ['leo'],
  message: 'ldu is ignored beside leo; remove it.',
  fix: 'remove',
});

export const endBeforeStart: ParameterRule = {
  code: 'L05',
  name: 'layerEndsBeforeStart',
  severity: 'warning',
  keys: ['leo'],
  beside: ['lso'],
  checkParameter({ value }, { step }) {
    const start = valueInStep(step, 'lso');
    if (!value || start === undefined || !isNumber(value.text) || !isNumber(start))
      return undefined;
    if (numberOf(value.text) > numberOf(start)) return undefined;
    return {
      message: t('The layer starts at {start} s and would never show; make leo larger.', { start }),
    };
  },
};

/** What a person means who places a layer by `x` or `y`. */
export const placeOfExtract: ParameterRule = {
  code: 'L07',
  name: 'misplacedPosition',
  severity: 'warning',
  keys: ['x', 'y'],
  inLayer: true,
  without: ['cm'],
  checkParameter({ key }, { step }) {
    if (!lacksAll(step, ['cm'])) return undefined;
    return {
      at: key,
      message: t('{text} belongs to cm-extract; a layer is placed by l{text}.', { text: key.text }),
      fixes: [replaceSpan(key, `l${key.text}`)],
    };
  },
};

export const subtitleFile: LayerRule = {
  code: 'L10',
  name: 'subtitleFormat',
  severity: 'warning',
  targets: ['subtitleLayer', 'canvasLayer'],
  checkLayer({ open, steps }) {
    if (open.value?.text !== 'subtitles') return undefined;
    const input = steps[0] && findInStep(steps[0], 'i');
    if (!input?.value || input.holes.length > 0 || /\.(?:srt|vtt)$/i.test(input.value.text)) {
      return undefined;
    }
    return {
      at: input,
      message: t('Subtitles come from a .srt or .vtt file; choose such a file.'),
    };
  },
};

export const animatedImage: LayerRule = {
  code: 'L14',
  name: 'animatedLayer',
  severity: 'warning',
  targets: ['imageLayer'],
  sources: ['video'],
  checkLayer({ open, steps }) {
    if (open.value?.text !== 'image') return undefined;
    const input = steps[0] && findInStep(steps[0], 'i');
    if (!input?.value || !/\.(?:gif|apng)$/i.test(input.value.text)) return undefined;
    return {
      at: open,
      message: t('Over a video only its first frame shows; use l-video for an animation.'),
      fixes: [replaceSpan(open.value, 'video', t('Change to l-video'))],
    };
  },
};

const displacement: RuleInfo = {
  code: 'L15',
  name: 'displaceWithoutStrength',
  severity: 'warning',
};

export const displaceWithoutStrength = relation({
  ...displacement,
  keys: ['lm'],
  values: /^displace$/,
  without: ['lx', 'ly'],
  message: 'lm-displace takes its strength from lx and ly; add one of them.',
});

export const displacementMode: ValueRule = {
  ...displacement,
  checkValue({ text, parameter }, { step }) {
    if (text !== 'displacement') return undefined;
    return {
      message: t('This mode is written lm-displace, and takes its strength from lx and ly.'),
      fixes: hasAny(step, ['lx', 'ly']) ? [replaceValue(parameter, 'displace')] : [],
    };
  },
};

export const emptyCanvas: LayerRule = {
  code: 'L17',
  name: 'emptyCanvas',
  severity: 'warning',
  targets: ['canvasLayer'],
  checkLayer(layer) {
    const has = (keys: readonly string[]): boolean =>
      layer.steps.some((step) => hasAny(step, keys) || !lacksAll(step, keys));
    if (!has(['bg', 'e-gradient'])) {
      return { message: t('ik_canvas shows nothing; add bg with a colour, or e-gradient.') };
    }
    return has(['w']) && has(['h'])
      ? undefined
      : { message: t('ik_canvas has no size of its own; add w and h.') };
  },
};

export const gradientOverVideo: LayerRule = {
  code: 'L18',
  name: 'gradientOverVideo',
  severity: 'warning',
  targets: ['canvasLayer'],
  sources: ['video'],
  checkLayer({ steps }) {
    const gradient = steps.map((step) => findInStep(step, 'e-gradient')).find(Boolean);
    return (
      gradient && {
        at: gradient,
        message: t('Over a video a block has one colour; use bg instead.'),
      }
    );
  },
};

export const wrapWithoutWidth = relation({
  code: 'L19',
  name: 'wrapWithoutWidth',
  severity: 'warning',
  keys: ['lh', 'ia'],
  without: ['w'],
  message: '{key} shows where text wraps; add w.',
  fix: 'remove',
});

export const fontWithoutStyle: ParameterRule = {
  code: 'L21',
  name: 'unknownFont',
  severity: 'warning',
  keys: ['ff', 'tg'],
  checkParameter({ key, value, holes }, { step }) {
    if (!value || holes.length > 0) return undefined;
    if (key.text === 'ff') {
      if (fontStyles.has(value.text) || isFontFile(value.text)) return undefined;
      return {
        message: t(
          '{font} is not built in; choose a built-in font, or the path of a font file with its extension.',
          { font: decodeText(value.text) },
        ),
      };
    }
    const font = valueInStep(step, 'ff');
    const style = value.text.split('_').find((each) => each === 'b' || each === 'i');
    if (font === undefined || style === undefined || fontStyles.get(font) !== false) {
      return undefined;
    }
    const name = style === 'b' ? 'bold' : 'italic';
    return {
      message: t('{font} has no {name} style; choose another font.', {
        font: decodeText(font),
        name,
      }),
    };
  },
};

/** Characters of a text, plain and in base64. Source: https://imagekit.io/docs/add-overlays-on-images */
const longestText = 2000;
const longestEncoded = 2500;

export const textTooLong: ParameterRule = {
  code: 'L22',
  name: 'textTooLong',
  severity: 'warning',
  keys: ['i', 'ie'],
  targets: ['textLayer'],
  checkParameter(parameter) {
    if (parameter.end - parameter.start <= longestText) return undefined;
    const { key, value } = parameter;
    if (!value) return undefined;
    const isEncoded = key.text === 'ie';
    const length = isEncoded ? value.text.length : decodeText(value.text).length;
    const limit = isEncoded ? longestEncoded : longestText;
    return length > limit
      ? { message: t('ImageKit cuts a text off after {limit} characters; shorten it.', { limit }) }
      : undefined;
  },
};

/** Source: https://imagekit.io/docs/add-overlays-on-images */
const largestTextLayer = 16_383;

export const textTooLarge: ParameterRule = {
  code: 'L23',
  name: 'textLayerTooLarge',
  severity: 'error',
  keys: ['w', 'fs'],
  targets: ['textLayer'],
  checkParameter({ wholeNumber }) {
    if (!(wholeNumber > largestTextLayer)) return undefined;
    return {
      message: t('A text cannot be larger than {largestTextLayer} px; lower this.', {
        largestTextLayer,
      }),
    };
  },
};

export const trimmedLayer: LayerRule = {
  code: 'L24',
  name: 'trimmedLayer',
  severity: 'off',
  checkLayer({ open, steps }) {
    if (open.value?.text !== 'image' || steps.some((step: Step) => hasAny(step, ['t']))) {
      return undefined;
    }
    return { message: t('ImageKit trims the margins of this layer; add t-false to keep them.') };
  },
};

/** An opacity in the colour wins over al. */
export const alphaIgnored: ParameterRule = {
  code: 'L16',
  name: 'layerAlpha',
  severity: 'warning',
  keys: ['al'],
  beside: ['bg'],
  checkParameter(alpha, scope) {
    const background = valueInStep(scope.step, 'bg');
    if (background === undefined || !/^(?:[a-z]+|[0-9a-f]{8})$/i.test(background)) return undefined;
    if (/^[0-9a-f]{6}$/i.test(background)) return undefined;
    return {
      message: t(
        'al is ignored beside a background with a name or an opacity of its own; remove it.',
      ),
      fixes: [removeItem(alpha, scope)],
    };
  },
};
