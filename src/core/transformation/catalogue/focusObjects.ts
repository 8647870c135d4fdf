import type { EnumValue } from './parameterDefinition.ts';

/** The 80 COCO classes that `fo` finds. Source: https://imagekit.io/docs/image-resize-and-crop */
const names =
  'person bicycle car motorcycle airplane bus train truck boat trafficLight fireHydrant stopSign ' +
  'parkingMeter bench bird cat dog horse sheep cow elephant bear zebra giraffe backpack umbrella ' +
  'handbag tie suitcase frisbee skis snowboard sportsBall kite baseballBat baseballGlove ' +
  'skateboard surfboard tennisRacket bottle wineGlass cup fork knife spoon bowl banana apple ' +
  'sandwich orange broccoli carrot hotDog pizza donut cake chair couch pottedPlant bed ' +
  'diningTable toilet tv laptop mouse remote keyboard cellPhone microwave oven toaster sink ' +
  'refrigerator book clock vase scissors teddyBear hairDrier toothbrush';

export const focusObjects: readonly EnumValue[] = names.split(' ').map((value) => {
  const words = value.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return { value, phrase: `the ${words}`, only: 'images' };
});
