import { decodeBase64, decodeText } from '../../text/decodeText.ts';
import { encodeBase64 } from '../../text/encodeBase64.ts';
import type { Parameter } from '../../transformation/tree.ts';
import type { Fix } from '../finding.ts';
import { removeItem, replaceValue } from '../fixes.ts';
import { relation } from '../relation.ts';
import type { ParameterRule } from '../rule.ts';
import { valueInStep } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// Texts and blocks. Source: https://imagekit.io/docs/add-overlays-on-images

export const wrapWithoutWidth = relation({
  code: 'L19',
  name: 'wrapWithoutWidth',
  severity: 'warning',
  keys: ['lh', 'ia'],
  without: ['w'],
  message: '{key} shows where text wraps; add w.',
  fix: { add: ['w'] },
});

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
    if (length <= limit) return undefined;
    return {
      message: t('ImageKit cuts a text off after {limit} characters; shorten it.', { limit }),
      fixes: [isEncoded ? cutOffEncoded(parameter, value.text) : cutOff(parameter, value.text)],
    };
  },
};

/** What ImageKit shows of it. */
function cutOff(parameter: Parameter, written: string): Fix {
  const text = withoutHalf(decodeText(written).slice(0, longestText));
  return { ...replaceValue(parameter, encodeURIComponent(text)), title: t('Cut the text off') };
}

/** About as much of it as base64 has room for. */
function cutOffEncoded(parameter: Parameter, written: string): Fix | undefined {
  let text = decodeBase64(written);
  if (text === undefined) return undefined;
  let encoded = written;
  while (encoded.length > longestEncoded) {
    text = withoutHalf(text.slice(0, Math.floor((text.length * longestEncoded) / encoded.length)));
    encoded = encodeURIComponent(encodeBase64(text));
  }
  return { ...replaceValue(parameter, encoded), title: t('Cut the text off') };
}

/** Half of a pair cannot be encoded. */
function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** Source: https://imagekit.io/docs/add-overlays-on-images */
const largestTextLayer = 16_383;

export const textTooLarge: ParameterRule = {
  code: 'L23',
  name: 'textLayerTooLarge',
  severity: 'error',
  keys: ['w', 'fs'],
  targets: ['textLayer'],
  checkParameter(parameter) {
    if (!(parameter.wholeNumber > largestTextLayer)) return undefined;
    return {
      message: t('A text cannot be larger than {largestTextLayer} px; lower this.', {
        largestTextLayer,
      }),
      fixes: [replaceValue(parameter, String(largestTextLayer))],
    };
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
