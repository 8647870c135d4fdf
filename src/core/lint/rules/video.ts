import type { TargetKind } from '../../transformation/catalogue/parameterDefinition.ts';
import { isFraction, isNumber, numberOf } from '../../transformation/value/number.ts';
import type { ConditionalRule, ParameterRule } from '../rule.ts';
import { findInStep, isOnly, valueInStep } from '../scope.ts';
import type { Fix } from '../finding.ts';
import { exchangeValues, removeEach, removeItem, replaceValue } from '../fixes.ts';
import type { Parameter } from '../../transformation/tree.ts';
import { t } from '../../text/l10n.ts';

// Source: https://imagekit.io/docs/video-transformation

const videos: readonly TargetKind[] = ['video', 'videoLayer'];

export const conditionOnVideo: ConditionalRule = {
  code: 'V01',
  name: 'conditionOnVideo',
  severity: 'error',
  checkConditional(conditional, scope) {
    const isGif = /\.gif$/i.test(scope.source.url?.assetPath.text ?? '');
    if (!isGif && !isOnly(scope, ['video'])) return undefined;
    return {
      message: t('Conditions work on images that do not move; remove it.'),
      fixes: [removeItem(conditional, scope)],
    };
  },
};

const quarterTurns: ReadonlySet<string> = new Set(['0', '90', '180', '270', '360']);

export const videoRotation: ParameterRule = {
  code: 'V03',
  name: 'videoRotation',
  severity: 'error',
  keys: ['rt'],
  targets: videos,
  checkParameter(parameter) {
    const { value } = parameter;
    if (!value || !isNumber(value.text) || quarterTurns.has(value.text)) return undefined;
    const turn = ((numberOf(value.text) % 360) + 360) % 360;
    const nearest = String(Math.round(turn / 90) * 90);
    return {
      message: t('A video turns by 0, 90, 180, 270 or 360 degrees; use {nearest}.', { nearest }),
      fixes: [replaceValue(parameter, nearest)],
    };
  },
};

/** Which codecs go into which format. Source: https://imagekit.io/docs/video-optimization */
const combinations: readonly (readonly [format: string, audio: string, video: string])[] = [
  ['mp4', 'aac', 'h264'],
  ['mp4', 'aac', 'none'],
  ['mp4', 'none', 'h264'],
  ['webm', 'opus', 'vp9'],
  ['webm', 'opus', 'av1'],
  ['webm', 'opus', 'none'],
  ['webm', 'none', 'vp9'],
  ['webm', 'none', 'av1'],
];

export const codecCombination: ParameterRule = {
  code: 'V04',
  name: 'codecCombination',
  severity: 'error',
  keys: ['f', 'ac', 'vc'],
  beside: ['ac', 'vc'],
  checkParameter(parameter, { step }) {
    const wanted = ['f', 'ac', 'vc'].map((key) => findInStep(step, key));
    if (wanted.find((each) => each !== undefined) !== parameter) return undefined;
    const values = wanted.map((each) => each?.value?.text);
    const isKnown = values.every(
      (value, index) =>
        value === undefined || value === 'auto' || combinations.some((row) => row[index] === value),
    );
    if (!isKnown || wanted.filter(Boolean).length < 2 || isSilentAndBlind(values)) return undefined;
    const fits = combinations.some((row) =>
      values.every(
        (value, index) => value === undefined || value === 'auto' || row[index] === value,
      ),
    );
    return fits
      ? undefined
      : {
          message: t(
            'MP4 takes AAC and H.264, WebM takes Opus and VP9 or AV1; choose one of them.',
          ),
          fixes: nearestRows(values).map((row) => takeRow(row, wanted)),
        };
  },
};

type Combination = (typeof combinations)[number];

/** Those that change the fewest of the values. */
function nearestRows(values: readonly (string | undefined)[]): readonly Combination[] {
  const changes = (row: Combination): number =>
    values.filter((value, index) => value !== undefined && value !== 'auto' && value !== row[index])
      .length;
  const fewest = Math.min(...combinations.map(changes));
  return combinations.filter((row) => changes(row) === fewest);
}

function takeRow(row: Combination, parameters: readonly (Parameter | undefined)[]): Fix {
  const fixes = parameters.flatMap((parameter, index) =>
    parameter && !parameter.hasValue('auto') && !parameter.hasValue(row[index] ?? '')
      ? [replaceValue(parameter, row[index] ?? '')]
      : [],
  );
  const [format, audio, video] = row;
  return {
    title: t('Change to {newText}', { newText: `f-${format},ac-${audio},vc-${video}` }),
    edits: fixes.flatMap(({ edits }) => edits),
  };
}

/** Told by V05. */
function isSilentAndBlind([, audio, video]: readonly (string | undefined)[]): boolean {
  return audio === 'none' && video === 'none';
}

export const nothingLeft: ParameterRule = {
  code: 'V05',
  name: 'nothingLeft',
  severity: 'error',
  keys: ['vc'],
  beside: ['ac'],
  checkParameter(codec, scope) {
    if (!codec.hasValue('none') || valueInStep(scope.step, 'ac') !== 'none') return undefined;
    return {
      message: t('Without ac and vc nothing is left; remove one of them.'),
      fixes: [removeItem(codec, scope), ...removeEach(['ac'], scope)],
    };
  },
};

export const videoTimes: ParameterRule = {
  code: 'V08',
  name: 'videoTimes',
  severity: 'warning',
  keys: ['so', 'eo', 'du'],
  checkParameter(time, scope) {
    const { key, value } = time;
    if (!value || !isNumber(value.text)) return undefined;
    if (/\.\d{3}/.test(value.text)) {
      const rounded = numberOf(value.text).toFixed(2);
      return {
        message: t('ImageKit takes times to a hundredth of a second; use two decimals.'),
        fixes: [replaceValue(time, String(Number(rounded)))],
      };
    }
    const begin = findInStep(scope.step, 'so');
    const start = begin?.value?.text;
    if (key.text === 'eo' && begin && start !== undefined && isNumber(start)) {
      if (numberOf(value.text) <= numberOf(start)) {
        return {
          message: t('The video would end before it starts at {start} s; make eo larger.', {
            start,
          }),
          fixes: [exchangeValues(begin, time)],
        };
      }
    }
    const isThird = key.text === 'du' && begin && findInStep(scope.step, 'eo');
    return isThird
      ? { message: t('so and eo say it all; remove du.'), fixes: [removeItem(time, scope)] }
      : undefined;
  },
};

export const slowCodec: ParameterRule = {
  code: 'V12',
  name: 'costlyCodec',
  severity: 'off',
  keys: ['vc'],
  checkParameter(codec) {
    if (!codec.hasValue('av1')) return undefined;
    return {
      message: t(
        'AV1 costs ten times the video units of H.264; use it where the bytes are worth it.',
      ),
      fixes: [replaceValue(codec, 'h264'), replaceValue(codec, 'vp9')],
    };
  },
};

export const fractionOnVideo: ParameterRule = {
  code: 'V13',
  name: 'fractionOnVideo',
  severity: 'warning',
  keys: ['w', 'h'],
  targets: videos,
  skipsNumbers: true,
  checkParameter(parameter) {
    const { key, value } = parameter;
    if (!value || !isFraction(value.text)) return undefined;
    const expression = `i${key.text}_mul_${value.text.replace(/^\./, '0.')}`;
    return {
      message: t('ImageKit documents shares for images only; write {text}-{expression}.', {
        text: key.text,
        expression,
      }),
      fixes: [replaceValue(parameter, expression)],
    };
  },
};
