import { hasAnyParameter, queryOf, stepsOf, targetsVideo } from './urlFacts.ts';
import type { Complaint, UrlRule } from '../rule.ts';
import { guess, replaceSpan } from '../fixes.ts';
import type { Fix } from '../finding.ts';
import { removeQueryParameter, setTransformation } from '../../url/editUrl.ts';
import type { ImageKitUrl } from '../../url/imageKitUrl.ts';
import { isFiller, partOf, withoutHoles, type TemplateSlice } from '../../text/interpolation.ts';
import { someParameter } from '../../transformation/tree.ts';
import { t } from '../../text/l10n.ts';

// What a URL says beside its transformation.
// Source: https://imagekit.io/docs/transformations and https://imagekit.io/docs/media-delivery-basic-security

export const twoTransformations: UrlRule = {
  code: 'S23',
  name: 'twoTransformations',
  severity: 'warning',
  checkUrl(url) {
    const inQuery = queryOf(url, 'tr');
    if (!inQuery?.value) return undefined;
    if (inQuery.value.text.startsWith('tr:')) {
      const { start } = inQuery.value;
      const at = { start, end: start + 'tr:'.length };
      return {
        at,
        message: t('tr: belongs into the path; in the query write tr= alone.'),
        fixes: [replaceSpan(at, '', t('Remove tr:'))],
      };
    }
    if (url.transformation?.position !== 'path') return undefined;
    return {
      at: inQuery,
      message: t('This URL has a transformation in its path as well; keep one of them.'),
      fixes: [
        replaceSpan(url, removeQueryParameter(url, 'tr'), t('Keep the one in the path')),
        replaceSpan(
          url,
          setTransformation(url, inQuery.value.text, 'query'),
          t('Keep the one in the query'),
        ),
      ],
    };
  },
};

/** What no path has unencoded. */
const unescaped = /[\s"<>\\^`|]|[^\x20-\x7e]/u;

/** In quotes a chain is read on over the spaces of its texts. */
const unescapedInChain = /\s|[^\x20-\x7e]/u;

/** It has no encoding. */
const halfCharacter = /[\ud800-\udfff]/u;

/** A longer text is none of a URL. */
const mostUnescaped = 20;

export const unescapedCharacter: UrlRule = {
  code: 'S24',
  name: 'unescapedCharacter',
  severity: 'warning',
  checkUrl(url) {
    const { assetPath, transformation, query } = url;
    const values = query.flatMap(({ name, value }) => (name.text === 'tr' ? [] : (value ?? [])));
    return [
      ...(transformation ? unescapedIn(transformation, unescapedInChain) : []),
      ...[assetPath, ...values].flatMap((part) => unescapedIn(partOf(url, part), unescaped)),
    ].slice(0, mostUnescaped);
  },
};

function unescapedIn(part: TemplateSlice, pattern: RegExp): Complaint[] {
  const shape = withoutHoles(part);
  if (!pattern.test(shape)) return [];
  let start = part.start;
  return Array.from(shape).flatMap((character): Complaint[] => {
    const at = { start, end: start + character.length };
    start = at.end;
    if (isFiller(character) || !pattern.test(character)) return [];
    const encoded = halfCharacter.test(character) ? '' : encodeURIComponent(character);
    const message = t(
      'Write this character as {encoded}; a signature fits the encoded form only.',
      { encoded },
    );
    return [{ at, message, fixes: encoded === '' ? [] : [replaceSpan(at, encoded)] }];
  });
}

export const manifestResolutions: UrlRule = {
  code: 'V06',
  name: 'streamResolutions',
  severity: 'error',
  checkUrl(url, source) {
    const isManifest = url.suffix?.text.startsWith('ik-master.') ?? false;
    const steps = stepsOf(source);
    const hasResolutions = hasAnyParameter(steps, ['sr']);
    if (isManifest && steps !== 'unknown' && !hasResolutions) {
      return {
        ...(url.suffix && { at: url.suffix }),
        message: t('A stream needs its resolutions; add tr=sr-480_720_1080.'),
        fixes: [addResolutions(url)],
      };
    }
    if (isManifest || !hasResolutions || !url.transformation) return undefined;
    return {
      at: url.transformation,
      message: t('sr makes a stream; add /ik-master.m3u8 behind the path of the video.'),
      fixes: [url.suffix ? undefined : addSuffix(url, 'ik-master.m3u8')],
    };
  },
};

function addResolutions(url: ImageKitUrl): Fix {
  const text = 'sr-480_720_1080';
  const { transformation } = url;
  const chain = transformation ? `${transformation.text},${text}` : text;
  return guess(replaceSpan(url, setTransformation(url, chain), t('Add {text}', { text })));
}

export function addSuffix({ assetPath: { end } }: ImageKitUrl, suffix: string): Fix {
  const newText = `/${suffix}`;
  return { title: t('Add {text}', { text: newText }), edits: [{ start: end, end, newText }] };
}

export const videoSuffixHint: UrlRule = {
  code: 'V11',
  name: 'videoSuffix',
  severity: 'off',
  checkUrl(url, source) {
    const isVideoChain = hasAnyParameter(stepsOf(source), ['so', 'eo', 'du', 'vc', 'ac']);
    if (!isVideoChain || targetsVideo(source) || /\.\w+$/.test(url.assetPath.text))
      return undefined;
    return {
      message: t('Add /ik-video.mp4 so that ImageKit takes this file for a video.'),
      fixes: [url.suffix ? undefined : addSuffix(url, 'ik-video.mp4')],
    };
  },
};

export const templatedSize: UrlRule = {
  code: 'V17',
  name: 'templatedSize',
  severity: 'off',
  checkUrl(_, { transformation }) {
    const isTemplated = someParameter(
      transformation?.steps ?? [],
      ({ key, holes }) => holes.length > 0 && (key.text === 'w' || key.text === 'h'),
    );
    if (!transformation || !isTemplated) return undefined;
    return {
      at: transformation,
      message: t('Every size is rendered once; round to a few, or use a named transformation.'),
    };
  },
};
