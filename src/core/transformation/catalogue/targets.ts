import type { TargetKind } from './parameterDefinition.ts';

// The columns of ImageKit's tables of what applies where.
// Source: https://imagekit.io/docs/transformations

const pictureLayers = ['imageLayer', 'videoLayer'] as const satisfies readonly TargetKind[];

export const stills = ['image', 'documentThumbnail'] as const satisfies readonly TargetKind[];

/** The asset itself, in every form. */
export const bases = [
  'image',
  'video',
  'videoThumbnail',
  'documentThumbnail',
] as const satisfies readonly TargetKind[];

/** Everything that shows a picture. */
export const pictures = [...bases, ...pictureLayers] as const satisfies readonly TargetKind[];

/** Images, as an asset or as a layer. */
export const images = [...stills, 'imageLayer'] as const satisfies readonly TargetKind[];

export const videos = ['video', 'videoLayer'] as const satisfies readonly TargetKind[];

export const layers = [
  ...pictureLayers,
  'textLayer',
  'subtitleLayer',
  'canvasLayer',
] as const satisfies readonly TargetKind[];

/** Layers whose place can be chosen; subtitles have theirs. */
export const placedLayers = [
  ...pictureLayers,
  'textLayer',
  'canvasLayer',
] as const satisfies readonly TargetKind[];
