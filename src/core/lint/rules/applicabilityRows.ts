import { findParameter } from '../../transformation/catalogue/catalogue.ts';
import type {
  ParameterDefinition,
  TargetKind,
} from '../../transformation/catalogue/parameterDefinition.ts';
import { ninePositions } from '../../transformation/catalogue/values.ts';
import type { Parameter } from '../../transformation/tree.ts';
import type { Fix } from '../finding.ts';
import { moveOutOfLayer, replaceSpan } from '../fixes.ts';
import type { RuleInfo, RulePlace } from '../rule.ts';
import type { Scope } from '../scope.ts';
import { addSuffix } from './delivery.ts';

/** What a parameter cannot be used for, as data. */
interface Applicability extends RuleInfo, RulePlace {
  readonly covers: (definition: ParameterDefinition) => boolean;
  /** Only these values; absent: every value. */
  readonly values?: RegExp;
  readonly message: string;
  /** A better fix than to remove it. */
  readonly instead?: FixOf;
  /** Another fix than to remove it. */
  readonly otherwise?: FixOf;
}

type FixOf = (parameter: Parameter, scope: Scope) => Fix | undefined;

export const stills: readonly TargetKind[] = ['image', 'documentThumbnail'];

const notSubtitles: readonly TargetKind[] = [
  'imageLayer',
  'videoLayer',
  'textLayer',
  'canvasLayer',
];

const timing = new Set(['lso', 'leo', 'ldu']);
const positions = new Set(['lx', 'ly', 'lxc', 'lyc', 'lfo', 'lap', 'lm']);
const videoTimes = new Set(['so', 'eo', 'du']);
const withManifest = new Set(['w', 'h', 'ar', 'f', 'vc', 'ac', 'q']);
/** Over a video an image layer takes these and its own place and time. */
const overVideo = new Set(
  'l i ie w h ar c cm fo b bg r rt lx ly lxc lyc lfo lap lm lso leo ldu'.split(' '),
);
const layerEffects = new Set(['e-bgremove', 'e-removedotbg', 'e-dropshadow']);
/** What ImageKit looks for in images: all but a side, a corner and the centre. */
const soughtFocus = new RegExp(
  `^(?!(?:${ninePositions.map(({ value }) => value).join('|')})$)[a-z].*`,
);
const stillOfVideo = new Set('l w h ar c cm fo b bg r so n if orig f q'.split(' '));

function isAi({ cost }: ParameterDefinition): boolean {
  return cost === 'extensionUnits';
}

function isForImages({ appliesTo }: ParameterDefinition): boolean {
  return appliesTo.includes('image') && !appliesTo.includes('video');
}

const subtitleStyle: Applicability = {
  code: 'L25',
  name: 'invalidSubtitleStyle',
  severity: 'warning',
  covers: ({ key }) => key === 'fol' || key === 'fsh',
  message: '{key} is for subtitles (l-subtitles); remove it.',
};

// Source: https://imagekit.io/docs/transformations and the pages of each parameter
export const applicabilityRows: readonly Applicability[] = [
  {
    code: 'A03',
    name: 'aiOnVideo',
    severity: 'error',
    covers: isAi,
    targets: ['video'],
    inLayer: false,
    message: '{key} works on images only; remove it.',
  },
  {
    code: 'V02',
    name: 'imageParameterOnVideo',
    severity: 'warning',
    covers: (definition) => isForImages(definition) && !isAi(definition) && definition.key !== 'if',
    targets: ['video'],
    inLayer: false,
    message: '{key} has no effect on a video; remove it, or use /ik-thumbnail.jpg for a still.',
    otherwise: still,
  },
  {
    code: 'V02',
    name: 'imageParameterOnVideo',
    severity: 'warning',
    covers: ({ key }) => key === 'fo',
    values: soughtFocus,
    targets: ['video'],
    inLayer: false,
    message: 'Nothing is looked for in a video; let fo choose a side, or remove it.',
    otherwise: still,
  },
  {
    code: 'V09',
    name: 'videoTimeOnImage',
    severity: 'warning',
    covers: ({ key }) => videoTimes.has(key),
    targets: ['image'],
    inLayer: false,
    message: '{key} has no effect on an image; remove it.',
  },
  {
    code: 'V10',
    name: 'notForStillOfVideo',
    severity: 'warning',
    covers: ({ key }) => !stillOfVideo.has(key),
    targets: ['videoThumbnail'],
    inLayer: false,
    message: '{key} has no effect on a still of a video; remove it.',
  },
  {
    code: 'V07',
    name: 'notForManifest',
    severity: 'error',
    covers: ({ key }) => withManifest.has(key),
    inLayer: false,
    isStream: true,
    message: 'A stream takes its sizes and formats from sr; remove {key}.',
  },
  {
    code: 'L06',
    name: 'layerTimeOnImage',
    severity: 'warning',
    covers: ({ key }) => timing.has(key),
    sources: stills,
    message: '{key} times a layer of a video; over an image remove it.',
  },
  {
    code: 'L07',
    name: 'misplacedPosition',
    severity: 'warning',
    covers: ({ key }) => positions.has(key) || timing.has(key),
    inLayer: false,
    message: '{key} places a layer; move it between l-… and l-end.',
    instead: withoutPrefix,
  },
  {
    code: 'L09',
    name: 'positionOfSubtitles',
    severity: 'warning',
    covers: ({ key }) => positions.has(key),
    targets: ['subtitleLayer'],
    message: 'Subtitles have their own place; remove {key}.',
  },
  {
    code: 'L11',
    name: 'notForLayerOverVideo',
    severity: 'warning',
    covers: ({ key }) => !overVideo.has(key),
    targets: ['imageLayer'],
    sources: ['video'],
    message: 'An image over a video does not take {key}; remove it.',
  },
  { ...subtitleStyle, inLayer: false },
  { ...subtitleStyle, targets: notSubtitles },
  {
    code: 'L12',
    name: 'streamInLayer',
    severity: 'error',
    covers: ({ key }) => key === 'sr',
    targets: ['videoLayer'],
    message: 'A layer cannot be a stream; remove sr.',
  },
  {
    code: 'L13',
    name: 'aiInLayer',
    severity: 'error',
    covers: (definition) => isAi(definition) && !layerEffects.has(definition.key),
    inLayer: true,
    message: '{key} works on the picture itself, not in a layer; move it out of the layer.',
    instead: out,
  },
  {
    code: 'B23',
    name: 'density',
    severity: 'error',
    covers: ({ key }) => key === 'dn',
    inLayer: true,
    message: 'dn is for the whole picture; move it out of the layer.',
    instead: out,
  },
];

/** `lx` outside of a layer is meant as `x`, `lso` as `so`. */
function withoutPrefix({ key }: Parameter): Fix | undefined {
  const meant = key.text.slice(1);
  return findParameter(meant) && replaceSpan(key, meant);
}

function out(parameter: Parameter, scope: Scope): Fix | undefined {
  const { key, value } = parameter;
  return moveOutOfLayer(parameter, value ? `${key.text}-${value.text}` : key.text, scope);
}

function still(_: Parameter, { source: { url } }: Scope): Fix | undefined {
  return url && !url.suffix ? addSuffix(url, 'ik-thumbnail.jpg') : undefined;
}
