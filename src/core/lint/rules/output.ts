import { decodeText } from '../../text/decodeText.ts';
import type { OffsetRange } from '../../text/offsetRange.ts';
import { separator } from '../../transformation/editTransformation.ts';
import type { Parameter, Step } from '../../transformation/tree.ts';
import type { Fix } from '../finding.ts';
import { guess, removeEach, removeItem, replaceSpan, replaceValue } from '../fixes.ts';
import type { ParameterRule, UrlRule } from '../rule.ts';
import { findInStep, hasInStep, valueInStep } from '../scope.ts';
import { extensionOf, hasAnyParameter, stepsOf } from './urlFacts.ts';
import { t } from '../../text/l10n.ts';

// Format and delivery. Source: https://imagekit.io/docs/image-optimization

export const avifImpossible: ParameterRule = {
  code: 'B15',
  name: 'avifImpossible',
  severity: 'warning',
  keys: ['f'],
  beside: ['cp', 'e-usm'],
  checkParameter(format, scope) {
    const { step } = scope;
    if (!format.hasValue('avif')) return undefined;
    const other = hasInStep(step, 'cp', 'true') ? 'cp-true' : findInStep(step, 'e-usm') && 'e-usm';
    if (!other) return undefined;
    return {
      message: t('ImageKit makes no AVIF with {other}; drop one of them.', { other }),
      fixes: [
        ...removeEach([other === 'cp-true' ? 'cp' : other], scope),
        removeItem(format, scope, 'f-avif'),
      ],
    };
  },
};

export const gifOfStill: ParameterRule = {
  code: 'B16',
  name: 'gifOfStill',
  severity: 'warning',
  keys: ['f'],
  inLayer: false,
  checkParameter(format, { source }) {
    if (!format.hasValue('gif')) return undefined;
    const extension = extensionOf(source);
    const isOther = extension !== undefined && extension !== 'gif' && !source.url?.suffix;
    if (!isOther) return undefined;
    return {
      message: t('ImageKit makes a GIF of a GIF only; choose another format.'),
      fixes: [replaceValue(format, 'auto')],
    };
  },
};

const raster = ['f', 'w', 'h', 'n', 'orig'];

export const svgUntouched: UrlRule = {
  code: 'B17',
  name: 'svgUntouched',
  severity: 'warning',
  checkUrl(url, source) {
    if (extensionOf(source) !== 'svg') return undefined;
    const steps = stepsOf(source);
    if (steps === 'unknown' || steps.length === 0) return undefined;
    if (hasAnyParameter(steps, raster) || !url.transformation) return undefined;
    const { end } = url.transformation;
    return {
      at: url.transformation,
      message: t('An SVG passes untouched; add f-png or a size to transform it.'),
      fixes: [addAtEnd('f-png', steps, end)],
    };
  },
};

/** Into the last step, or into one of its own behind a condition, which must be alone. */
function addAtEnd(parameter: string, steps: readonly Step[], end: number): Fix | undefined {
  const [first] = steps;
  const last = steps.at(-1);
  const item = last?.items.at(-1);
  if (!first || !last || !item) return undefined;
  const literal = item.kind === 'conditional' ? ':' : ',';
  const newText = separator(literal, item, { step: last, chain: steps }) + parameter;
  return {
    title: t('Add {text}', { text: parameter }),
    edits: [{ start: end, end, newText }],
  };
}

/** A setting of one format beside another format, where it does nothing. */
export const uselessWithFormat: ParameterRule = {
  code: 'B18',
  name: 'uselessWithFormat',
  severity: 'warning',
  keys: ['pr', 'lo', 'q'],
  beside: ['f', 'lo'],
  checkParameter(parameter, scope) {
    const reason = uselessness(parameter, scope.step);
    return reason === undefined
      ? undefined
      : { message: t('{reason}; remove it.', { reason }), fixes: [removeItem(parameter, scope)] };
  },
};

function uselessness(parameter: Parameter, step: Step): string | undefined {
  const { definition } = parameter;
  if (definition?.key === 'q') {
    if (hasInStep(step, 'f', 'png')) return t('PNG has no quality, so that q has no effect');
    return hasInStep(step, 'lo', 'true') ? t('q has no effect beside lo-true') : undefined;
  }
  if (!parameter.hasValue('true')) return undefined;
  const format = valueInStep(step, 'f') ?? '';
  if (definition?.key === 'pr') {
    return /^(?:webp|avif|png|gif)$/.test(format)
      ? t('pr is for JPEG, not for {format}', { format })
      : undefined;
  }
  return /^(?:jpe?g|avif)$/.test(format)
    ? t('lo is for WebP and PNG, not for {format}', { format })
    : undefined;
}

export const originalWithOthers: ParameterRule = {
  code: 'B19',
  name: 'originalWithOthers',
  severity: 'warning',
  keys: ['orig'],
  inLayer: false,
  checkParameter(original, scope) {
    const { step, chain } = scope;
    if (!original.hasValue('true') || (step.items.length === 1 && chain.length === 1)) {
      return undefined;
    }
    const { start } = chain[0] ?? step;
    const { end } = chain.at(-1) ?? step;
    return {
      message: t('orig-true delivers the untouched file; remove everything else, or orig.'),
      fixes: [
        replaceSpan({ start, end }, 'orig-true', t('Remove everything else')),
        removeItem(original, scope),
      ],
    };
  },
};

export const absoluteDefault: ParameterRule = {
  code: 'B24',
  name: 'absoluteDefaultImage',
  severity: 'warning',
  keys: ['di'],
  checkParameter({ value }) {
    if (!value || !/^https?(?::|%3a)/i.test(value.text)) return undefined;
    return {
      at: value,
      message: t('Use a path of the media library with @@ for /, not a URL.'),
      fixes: [usePath(value, decodeText(value.text))],
    };
  },
};

/** @param at What is to be replaced. @param address An absolute URL. */
export function usePath(at: OffsetRange, address: string): Fix | undefined {
  const [, path] = /^https?:\/\/[^/]+\/+([^?#]+)/i.exec(address) ?? [];
  return path === undefined
    ? undefined
    : guess(replaceSpan(at, encodeURIComponent(path).replaceAll('%2F', '@@')));
}

export const nameOfTransformation: ParameterRule = {
  code: 'B25',
  name: 'nameOfTransformation',
  severity: 'warning',
  keys: ['n'],
  checkParameter({ value, holes }) {
    if (!value || holes.length > 0 || /^\w+$/.test(value.text)) return undefined;
    return {
      at: value,
      message: t('Names have letters, digits and _ only; correct the name.'),
      fixes: [guess(replaceSpan(value, value.text.replaceAll(/\W+/g, '_')))],
    };
  },
};

export const paidCredentials: ParameterRule = {
  code: 'B26',
  name: 'paidCredentials',
  severity: 'off',
  keys: ['c2pa'],
  checkParameter: () => ({
    message: t('Content credentials are a paid add-on; without it the answer is 403.'),
  }),
};
