import { decodeBase64 } from '../../text/decodeText.ts';
import type { OffsetRange } from '../../text/offsetRange.ts';
import type { Parameter, Step } from '../../transformation/tree.ts';
import type { Fix } from '../finding.ts';
import { addParameter, guess, replaceParameter, replaceSpan } from '../fixes.ts';
import type { LayerRule } from '../rule.ts';
import { findInStep, hasAny, lacksAll } from '../scope.ts';
import { stills } from './applicabilityRows.ts';
import { t } from '../../text/l10n.ts';

// What a layer shows. Source: https://imagekit.io/docs/transformations#overlay-using-layers

function findFirst(step: Step, keys: readonly string[]): Parameter | undefined {
  return keys.map((key) => findInStep(step, key)).find(Boolean);
}

/** The path that a layer shows, where no template fills it in. */
function inputOf([first]: readonly Step[]):
  { readonly text: string; readonly at: OffsetRange } | undefined {
  const input = first && findFirst(first, ['ie', 'i']);
  if (!input?.value || input.holes.length > 0) return undefined;
  const isEncoded = input.definition?.key === 'ie';
  const text = isEncoded ? decodeBase64(input.value.text) : input.value.text;
  return text === undefined ? undefined : { text, at: input };
}

export const subtitleFile: LayerRule = {
  code: 'L10',
  name: 'subtitleFormat',
  severity: 'warning',
  targets: ['subtitleLayer', 'canvasLayer'],
  checkLayer({ open, steps }) {
    if (!open.hasValue('subtitles')) return undefined;
    const path = inputOf(steps);
    if (path === undefined || /\.(?:srt|vtt)$/i.test(path.text)) return undefined;
    return {
      at: path.at,
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
    if (!open.value || !open.hasValue('image')) return undefined;
    if (!/\.(?:gif|apng)$/i.test(inputOf(steps)?.text ?? '')) return undefined;
    return {
      at: open,
      message: t('Over a video only its first frame shows; use l-video for an animation.'),
      fixes: [replaceSpan(open.value, 'video', t('Change to l-video'))],
    };
  },
};

export const emptyCanvas: LayerRule = {
  code: 'L17',
  name: 'emptyCanvas',
  severity: 'warning',
  targets: ['canvasLayer'],
  checkLayer({ open, steps }, scope) {
    const has = (keys: readonly string[]): boolean =>
      steps.some((step) => hasAny(step, keys) || !lacksAll(step, keys));
    const [first] = steps;
    const input = first && findInStep(first, 'i');
    const add = (...missing: readonly string[]): readonly Fix[] =>
      input
        ? [guess(addParameter(input, { ...scope, step: first, chain: steps }, ...missing))]
        : [];
    if (!has(['bg', 'e-gradient'])) {
      return {
        at: open,
        message: t('ik_canvas shows nothing; add bg with a colour, or e-gradient.'),
        fixes: add('bg-FF0000'),
      };
    }
    const missing = ['w', 'h'].filter((key) => !has([key])).map((key) => `${key}-200`);
    if (missing.length === 0) return undefined;
    return {
      at: open,
      message: t('ik_canvas has no size of its own; add w and h.'),
      fixes: add(...missing),
    };
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
    if (!gradient) return undefined;
    const [, colour = 'FFFFFF'] = /(?:^|_)from-([^_]+)/.exec(gradient.value?.text ?? '') ?? [];
    return {
      at: gradient,
      message: t('Over a video a block has one colour; use bg instead.'),
      fixes: [replaceParameter(gradient, `bg-${colour}`)],
    };
  },
};

export const trimmedLayer: LayerRule = {
  code: 'L24',
  name: 'trimmedLayer',
  severity: 'off',
  checkLayer({ open, steps }, scope) {
    if (!open.hasValue('image') || steps.some((step: Step) => hasAny(step, ['t']))) {
      return undefined;
    }
    const [first] = steps;
    const input = first && findFirst(first, ['i', 'ie']);
    return {
      message: t('ImageKit trims the margins of this layer; add t-false to keep them.'),
      fixes: input ? [addParameter(input, { ...scope, step: first, chain: steps }, 't-false')] : [],
    };
  },
};

export const layerOfVideo: LayerRule = {
  code: 'L08',
  name: 'videoLayerOnImage',
  severity: 'error',
  targets: ['videoLayer', 'subtitleLayer', 'canvasLayer'],
  sources: stills,
  checkLayer({ open }) {
    const type = open.value?.text;
    if (type !== 'video' && type !== 'subtitles') return undefined;
    return {
      message: t('l-{type} needs a video under it; over an image use l-image or l-text.', { type }),
    };
  },
};
