import { catalogue } from '../../transformation/catalogue/catalogue.ts';
import type { Item, Parameter, Step } from '../../transformation/tree.ts';
import { isGenerated } from '../../url/pathTokens.ts';
import { beginStep, replaceParameter } from '../fixes.ts';
import type { ParameterRule, UnknownKeyRule, UrlRule, ValueRule } from '../rule.ts';
import { hasAny } from '../scope.ts';
import { t } from '../../text/l10n.ts';

// Source: https://imagekit.io/docs/ai-transformations

const aiKeys = catalogue.filter(({ cost }) => cost === 'extensionUnits').map(({ key }) => key);
const cutOut = ['e-bgremove', 'e-removedotbg', 'e-changebg'];

function isAi(item: Item): item is Parameter {
  if (item.kind !== 'parameter' || !item.definition) return false;
  const { key } = item.definition;
  return key === 'bg' ? (item.value?.text.startsWith('genfill') ?? false) : aiKeys.includes(key);
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
    };
  },
};

export const lateUpscale: ParameterRule = {
  code: 'A04',
  name: 'lateUpscale',
  severity: 'warning',
  keys: ['e-upscale'],
  checkParameter(_, { step, chain }) {
    const before = chain.slice(0, chain.indexOf(step));
    if (!before.some((each) => hasAny(each, ['w', 'h', ...cutOut]))) return undefined;
    return { message: t('Upscale first: move e-upscale to the beginning of the chain.') };
  },
};

const largestUpscaled = 16_000_000;

export const tooLargeForAi: ParameterRule = {
  code: 'A05',
  name: 'tooLargeForAi',
  severity: 'warning',
  keys: ['e-retouch', 'e-upscale'],
  checkParameter({ key }, { step, chain, source: { size } }) {
    if (!size || size.width * size.height < largestUpscaled) return undefined;
    const before = chain.slice(0, chain.indexOf(step));
    if (before.some((each: Step) => hasAny(each, ['w', 'h', 'n']))) return undefined;
    return {
      message: t('{text} takes less than 16 megapixels; resize in a step before it.', {
        text: key.text,
      }),
    };
  },
};

export const sizeBeforeEdit: ParameterRule = {
  code: 'A06',
  name: 'sizeBeforeEdit',
  severity: 'information',
  keys: ['e-edit'],
  checkParameter(_, { step, chain }) {
    const before = chain.slice(0, chain.indexOf(step) + 1);
    if (!before.some((each) => hasAny(each, ['w', 'h']))) return undefined;
    return { message: t('e-edit has an output size of its own; resize in a step behind it.') };
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
  checkUrl({ prefix }) {
    if (!prefix || !isGenerated(prefix.text)) return undefined;
    return {
      at: prefix,
      message: t('A new prompt needs a new file name; the old picture is kept by its path.'),
    };
  },
};

export const generationInChain: UnknownKeyRule = {
  code: 'A10',
  name: 'generationInChain',
  severity: 'warning',
  checkUnknownKey({ key, value }) {
    if (key.text !== 'ik' || !value?.text.startsWith('genimg')) return undefined;
    return {
      message: t('ik-genimg is a path of its own; write it right behind the URL endpoint.'),
    };
  },
};
