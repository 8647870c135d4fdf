/** What ImageKit documents or its SDKs print, and where: the catalogue must know all of it. */
interface Source {
  readonly source: string;
  readonly names: string;
}

function list(sources: readonly Source[]): readonly (readonly [name: string, source: string])[] {
  return sources.flatMap(({ source, names }) =>
    names.split(' ').map((name) => [name, source] as const),
  );
}

const docs = 'https://imagekit.io/docs';

/** Keys of parameters. */
export const documentedKeys = list([
  { source: `${docs}/image-resize-and-crop`, names: 'w h ar c cm fo z x y xc yc dpr' },
  {
    source: `${docs}/effects-and-enhancements`,
    names:
      'bg b r rt fl o t bl cr e-grayscale e-contrast e-sharpen e-usm e-shadow e-gradient e-distort e-colorize',
  },
  {
    source: `${docs}/ai-transformations`,
    names: 'e-bgremove e-removedotbg e-changebg e-edit e-retouch e-upscale e-genvar e-dropshadow',
  },
  { source: `${docs}/image-optimization`, names: 'f q lo pr cp md dn' },
  { source: `${docs}/core-delivery-features`, names: 'orig' },
  { source: `${docs}/image-transformation`, names: 'di' },
  { source: `${docs}/transformations`, names: 'n l i ie lx ly lfo lso leo ldu if' },
  { source: `${docs}/vector-and-animated-images`, names: 'pg' },
  { source: `${docs}/content-credentials`, names: 'c2pa' },
  { source: `${docs}/add-overlays-on-images`, names: 'lm fs ff co ia pa al tg' },
  { source: `${docs}/add-overlays-on-videos`, names: 'fol fsh' },
  { source: 'npm @imagekit/javascript 5.5', names: 'lxc lyc lap lh' },
  { source: `${docs}/trim-videos`, names: 'so eo du' },
  { source: `${docs}/audio-transformations`, names: 'ac' },
  { source: `${docs}/video-optimization`, names: 'vc' },
  { source: `${docs}/adaptive-bitrate-streaming`, names: 'sr' },
  { source: `${docs}/video-player/subtitles-and-chapters`, names: 'lang' },
]);

/** What may stand in a URL's path and is no folder. */
export const documentedPathTokens = list([
  {
    source: `${docs}/transformations`,
    names: 'ik-video.mp4 ik-thumbnail.jpg ik-gif-video.mp4',
  },
  { source: `${docs}/adaptive-bitrate-streaming`, names: 'ik-master.m3u8 ik-master.mpd' },
  {
    source: `${docs}/video-player/subtitles-and-chapters`,
    names:
      'ik-seek-thumbnail-track.vtt ik-gensubtitle.vtt ik-gensubtitle.transcript ik-genchapter.vtt',
  },
  { source: `${docs}/ai-transformations`, names: 'ik-genimg-prompt-' },
  { source: 'https://docs.imagekit.io/features/dynamic-seo-suffix', names: 'ik-seo' },
]);

/** Parameters of a URL's query. */
export const documentedQueryKeys = list([
  { source: `${docs}/transformations`, names: 'tr' },
  { source: `${docs}/media-delivery-basic-security`, names: 'ik-s ik-t' },
  { source: `${docs}/core-delivery-features`, names: 'ik-attachment' },
  { source: 'npm imagekit 4', names: 'ik-sdk-version' },
  { source: `${docs}/api-reference/digital-asset-management-dam`, names: 'ik-obj-version' },
  { source: 'public code only', names: 'ik-attachment-filename ik-sanitizeSvg' },
]);

/** Values of `ff` that need no file. */
export const documentedFonts = list([
  {
    source: `${docs}/add-overlays-on-images#supported-text-font-list`,
    names:
      'Amaranth Arvo Chivo Crimson%20Text exo Kanit Lato Lora Montserrat PT_Serif Open%20Sans Roboto ' +
      'Old%20Standard Ubuntu Vollkorn AbrilFatFace Audiowide Fredoka%20One Gravitas%20One Lobster Monoton PT%20Mono',
  },
]);

/** Values of `fo` that name an object. */
export const documentedObjects = list([
  {
    source: `${docs}/image-resize-and-crop#supported-object-list`,
    names:
      'person bicycle car motorcycle airplane bus train truck boat trafficLight fireHydrant stopSign ' +
      'parkingMeter bench bird cat dog horse sheep cow elephant bear zebra giraffe backpack umbrella ' +
      'handbag tie suitcase frisbee skis snowboard sportsBall kite baseballBat baseballGlove ' +
      'skateboard surfboard tennisRacket bottle wineGlass cup fork knife spoon bowl banana apple ' +
      'sandwich orange broccoli carrot hotDog pizza donut cake chair couch pottedPlant bed ' +
      'diningTable toilet tv laptop mouse remote keyboard cellPhone microwave oven toaster sink ' +
      'refrigerator book clock vase scissors teddyBear hairDrier toothbrush',
  },
]);
