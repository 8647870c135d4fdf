import type { TargetKind } from '../../transformation/catalogue/parameterDefinition.ts';

/** A block that is written whole, with tab stops. */
export interface Snippet {
  readonly label: string;
  readonly detail: string;
  readonly body: string;
  readonly appliesTo: readonly TargetKind[];
  /** Only inside a layer. */
  readonly isForLayer?: true;
  readonly documentationKey: string;
}

const overAnything: readonly TargetKind[] = [
  'image',
  'video',
  'videoThumbnail',
  'documentThumbnail',
  'imageLayer',
  'videoLayer',
];
const overVideo: readonly TargetKind[] = ['video'];

export const snippets: readonly Snippet[] = [
  {
    label: 'l-image',
    detail: 'layer · an image over the picture',
    body: 'l-image,i-${1:logo.png},${2:w-100},lfo-${3:bottom_right},l-end',
    appliesTo: overAnything,
    documentationKey: 'l',
  },
  {
    label: 'l-text',
    detail: 'layer · text over the picture',
    body: 'l-text,i-${1:Hello},fs-${2:45},co-${3:FFFFFF},lfo-${4:center},l-end',
    appliesTo: overAnything,
    documentationKey: 'l',
  },
  {
    label: 'l-image (block of colour)',
    detail: 'layer · a solid block over the picture',
    body: 'l-image,i-ik_canvas,bg-${1:FF0000},w-${2:300},h-${3:100},l-end',
    appliesTo: overAnything,
    documentationKey: 'l',
  },
  {
    label: 'l-video',
    detail: 'layer · a video over the video',
    body: 'l-video,i-${1:clip.mp4},w-${2:320},lfo-${3:bottom_right},l-end',
    appliesTo: overVideo,
    documentationKey: 'l',
  },
  {
    label: 'l-subtitles',
    detail: 'layer · subtitles over the video',
    body: 'l-subtitles,i-${1:subtitles.srt},l-end',
    appliesTo: overVideo,
    documentationKey: 'l',
  },
  {
    label: 'l-end',
    detail: 'closes the layer',
    body: 'l-end',
    appliesTo: ['imageLayer', 'videoLayer', 'textLayer', 'subtitleLayer', 'canvasLayer'],
    isForLayer: true,
    documentationKey: 'l',
  },
  {
    label: 'if',
    detail: 'condition · with an else',
    body: 'if-${1|w,h,ar,iw,ih,iar|}_${2|gt,gte,lt,lte,eq,ne|}_${3:1},${4:w-300},if-else,${5:w-200},if-end',
    appliesTo: ['image'],
    documentationKey: 'if',
  },
];

export function isOffered(
  { appliesTo, isForLayer }: Snippet,
  targets: readonly TargetKind[],
  isInLayer: boolean,
): boolean {
  return appliesTo.some((target) => targets.includes(target)) && (isInLayer || !isForLayer);
}
