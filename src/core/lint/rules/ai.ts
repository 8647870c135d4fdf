import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import { separator } from '../../transformation/editTransformation.ts';
import type { Item, Parameter, Step } from '../../transformation/tree.ts';
import { isGenerated } from '../../url/pathTokens.ts';
import {
  beginStep,
  guess,
  moveItem,
  moveToFront,
  replaceByExample,
  replaceParameter,
  replaceSpan,
} from '../fixes.ts';
import type { Fix } from '../finding.ts';
import { setQueryParameter, setTransformation } from '../../url/editUrl.ts';
import { widthFor } from './widthFor.ts';
import type { ParameterRule, UnknownKeyRule, UrlRule, ValueRule } from '../rule.ts';
import { hasAny, type LintSource, type Scope } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// Source: https://imagekit.io/docs/ai-transformations

const aiKeys = catalogue.filter(({ cost }) => cost === 'extensionUnits').map(({ key }) => key);
const cutOut = ['e-bgremove', 'e-removedotbg', 'e-changebg'];

function isAi(item: Item): item is Parameter {
  if (item.kind !== 'parameter' || !item.definition) return false;
  const { key } = item.definition;
  return key === 'bg' ? item.valueStartsWith('genfill') : aiKeys.includes(key);
}

export const twoAiEffects: ParameterRule = {
  code: 'A01',
  name: 'twoAiEffects',
  severity: 'error',
  keys: [...aiKeys, 'bg'],
  checkParameter(parameter, scope) {
    if (!isAi(parameter)) return undefined;
    const effects = scope.step.items.filter(isAi);
    if (effects.indexOf(parameter) < 1) return undefined;
    return {
      message: t('A step takes one AI effect; begin the next step here by :.'),
      fixes: [beginStep(parameter, scope)],
    };
  },
};

export const missingPrompt: ValueRule = {
  code: 'A02',
  name: 'missingPrompt',
  severity: 'error',
  checkValue({ parameter }) {
    const key = parameter.definition?.key ?? '';
    if (key !== 'e-changebg' && key !== 'e-edit') return undefined;
    return {
      at: parameter,
      message: t('{key} needs a prompt: {key}-prompt-… with what to do.', { key }),
      fixes: [replaceByExample(parameter)],
    };
  },
};

const largestUpscaled = 16_000_000;

function isTooLarge({ size }: LintSource): boolean {
  return size !== undefined && size.width * size.height >= largestUpscaled;
}

export const lateUpscale: ParameterRule = {
  code: 'A04',
  name: 'lateUpscale',
  severity: 'warning',
  keys: ['e-upscale'],
  checkParameter(upscale, scope) {
    const { step, chain, source } = scope;
    const before = chain.slice(0, chain.indexOf(step));
    // A picture that is too large must be resized first; see A05.
    const tooEarly = isTooLarge(source) ? cutOut : ['w', 'h', ...cutOut];
    if (!before.some((each) => hasAny(each, tooEarly))) return undefined;
    return {
      message: t('Upscale first: move e-upscale to the beginning of the chain.'),
      fixes: [moveToFront(upscale, 'e-upscale', scope)],
    };
  },
};

export const tooLargeForAi: ParameterRule = {
  code: 'A05',
  name: 'tooLargeForAi',
  severity: 'warning',
  keys: ['e-retouch', 'e-upscale'],
  checkParameter(effect, scope) {
    const {
      step,
      chain,
      source: { size },
    } = scope;
    if (!size || size.width * size.height < largestUpscaled) return undefined;
    const before = chain.slice(0, chain.indexOf(step));
    if (before.some((each: Step) => hasAny(each, ['w', 'h', 'n']))) return undefined;
    const { start } = step;
    const newText = widthFor(size, largestUpscaled - 1) + separator(':', effect, scope);
    return {
      message: t('{text} takes less than 16 megapixels; resize in a step before it.', {
        text: effect.key.text,
      }),
      fixes: [{ title: t('Resize before it'), edits: [{ start, end: start, newText }] }],
    };
  },
};

export const sizeBeforeEdit: ParameterRule = {
  code: 'A06',
  name: 'sizeBeforeEdit',
  severity: 'information',
  keys: ['e-edit'],
  checkParameter(edit, scope) {
    const { step, chain } = scope;
    const before = chain.slice(0, chain.indexOf(step) + 1);
    if (!before.some((each) => hasAny(each, ['w', 'h']))) return undefined;
    const text = edit.value ? `e-edit-${edit.value.text}` : 'e-edit';
    return {
      message: t('e-edit has an output size of its own; resize in a step behind it.'),
      fixes: [moveToFront(edit, text, scope)],
    };
  },
};

export const aiCost: ParameterRule = {
  code: 'A07',
  name: 'aiCost',
  severity: 'off',
  keys: aiKeys,
  checkParameter({ key }) {
    return {
      message: t('{text} costs extension units, once for each picture.', { text: key.text }),
    };
  },
};

export const costlyRemoval: ParameterRule = {
  code: 'A08',
  name: 'costlyRemoval',
  severity: 'off',
  keys: ['e-removedotbg'],
  checkParameter(parameter) {
    return {
      message: t('e-bgremove costs about a tenth of this; try it first.'),
      fixes: [replaceParameter(parameter, 'e-bgremove')],
    };
  },
};

export const cachedGeneration: UrlRule = {
  code: 'A09',
  name: 'cachedGeneration',
  severity: 'off',
  checkUrl(url) {
    const { prefix, start, end, query } = url;
    if (!prefix || !isGenerated(prefix.text) || query.some(({ name }) => name.text === 'v')) {
      return undefined;
    }
    return {
      at: prefix,
      message: t('A new prompt needs a new file name; the old picture is kept by its path.'),
      fixes: [
        guess(
          replaceSpan(
            { start, end },
            setQueryParameter(url, 'v', '2'),
            t('Add {text}', { text: 'v=2' }),
          ),
        ),
      ],
    };
  },
};

export const generationInChain: UnknownKeyRule = {
  code: 'A10',
  name: 'generationInChain',
  severity: 'warning',
  checkUnknownKey(parameter, scope) {
    const { key, value } = parameter;
    if (key.text !== 'ik' || !value?.text.startsWith('genimg')) return undefined;
    return {
      message: t('ik-genimg is a path of its own; write it right behind the URL endpoint.'),
      fixes: [moveIntoPath(parameter, scope)],
    };
  },
};

function moveIntoPath(parameter: Parameter, scope: Scope): Fix | undefined {
  const { url } = scope.source;
  if (!url || url.prefix || url.transformation?.position !== 'query') return undefined;
  const title = t('Move it behind the URL endpoint');
  const { end } = url.endpoint;
  const newText = `/ik-${parameter.value?.text ?? ''}`;
  const moved = moveItem(parameter, scope, title, { start: end, end, newText });
  if (moved) return moved;
  const inPath = setTransformation(url, undefined);
  const at = end - url.start;
  return replaceSpan(url, inPath.slice(0, at) + newText + inPath.slice(at), title);
}
