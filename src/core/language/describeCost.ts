import { t } from '../text/l10n.ts';
import {
  codecFactors,
  pixelsOfHd,
  unitsOfPlaylist,
  unitsOfStill,
  unitsPerSecond,
} from '../transformation/catalogue/videoUnits.ts';
import type { CostClass } from '../transformation/catalogue/parameterDefinition.ts';
import type { RenderingCost } from '../transformation/cost.ts';
import type { Parameter, Transformation } from '../transformation/tree.ts';
import type { ImageKitUrl } from '../url/imageKitUrl.ts';
import { findPathToken } from '../url/pathTokens.ts';
import { fixedSizeOf } from './pictureFacts.ts';

/** Something that has a cost of its own: a parameter, a value or a token of a path. */
export interface Priced {
  readonly cost?: CostClass | undefined;
  /** As one sentence, where ImageKit gives numbers for it. */
  readonly price?: string | undefined;
}

const costSentences = {
  extensionUnits:
    'Costs extension units the first time; ImageKit’s documentation gives no number for it.',
  videoUnits: 'Costs video units.',
} as const;

/** @returns `undefined` for what is free. */
export function priceOf({ cost = 'free', price }: Priced): string | undefined {
  if (price !== undefined) {
    return t(price, { playlist: unitsOfPlaylist, rates: ratesOf(unitsPerSecond, 1) });
  }
  return cost === 'free' ? undefined : t(costSentences[cost]);
}

/**
 * One sentence: what rendering a URL for the first time costs the account, with numbers where
 * ImageKit gives some.
 * @returns `undefined` for what is free.
 */
export function describeCost(
  { suffix }: Pick<ImageKitUrl, 'suffix'>,
  transformation: Transformation | undefined,
  cost: RenderingCost,
): string | undefined {
  const token = suffix && findPathToken(suffix.text);
  if (token?.price !== undefined) return priceOf(token);
  switch (cost) {
    case 'unknown':
      return t('What it costs is not known here: it has a name or an effect that is not known.');
    case 'free':
    case 'extensionUnits':
      return priceOf({ cost });
    case 'videoUnits':
      return suffix?.text === 'ik-thumbnail.jpg'
        ? t('Costs {units} video units the first time: a still counts as {units} s in SD.', {
            units: unitsOfStill,
          })
        : videoSentence(transformation);
    default:
      return cost satisfies never;
  }
}

function videoSentence(transformation: Transformation | undefined): string {
  const steps = transformation?.steps ?? [];
  const values = new Map(
    steps
      .flatMap(({ items }) => items)
      .filter((item): item is Parameter => item.kind === 'parameter')
      .map(({ key, value }) => [key.text, value?.text ?? '']),
  );
  const codec = values.get('vc') ?? '';
  const size = fixedSizeOf(steps);
  const isSmall = size && size.width * size.height < pixelsOfHd;
  // Sound alone counts as SD.
  const isSd = codec === 'none' || isSmall;
  const resolutions = unitsPerSecond.filter(([name]) =>
    isSd ? name === 'SD' : size === undefined || name !== 'SD',
  );
  const factor = codecFactors.get(codec) ?? 1;
  const seconds = secondsOf(values);
  return seconds === undefined
    ? t('Costs video units the first time, for each second {rates}.', {
        rates: ratesOf(resolutions, factor),
      })
    : t('Costs video units the first time, at most {rates}.', {
        rates: ratesOf(resolutions, factor * seconds),
      });
}

/** "1 in SD, 2 in HD". */
function ratesOf(resolutions: typeof unitsPerSecond, factor: number): string {
  return resolutions
    .map(([resolution, units]) =>
      t('{units} in {resolution}', { units: Number((units * factor).toFixed(2)), resolution }),
    )
    .join(', ');
}

/** How long a part of a video is, where its parameters tell; with both ends no page tells which wins. */
function secondsOf(values: ReadonlyMap<string, string>): number | undefined {
  const numberOf = (key: string): number | undefined => {
    const text = values.get(key) ?? '';
    return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  };
  if (values.has('du')) return values.has('eo') ? undefined : numberOf('du');
  const end = numberOf('eo');
  const start = values.has('so') ? numberOf('so') : 0;
  return end === undefined || start === undefined || end <= start ? undefined : end - start;
}
