import type { HttpTransport } from '../../core/api/httpTransport.ts';
import { DeliveryProbe } from './deliveryProbe.ts';
import { LoopbackPictures } from './loopbackPictures.ts';
import { PictureLoader } from './pictureLoader.ts';
import type { PreviewRequests } from './previewRequests.ts';
import { UrlHovers, type HoverDependencies } from './urlHovers.ts';

export interface LoadedHovers {
  readonly hovers: UrlHovers;
  readonly loader: PictureLoader;
}

export function createUrlHovers(
  dependencies: Omit<HoverDependencies, 'loader'>,
  transport: HttpTransport,
  requests: PreviewRequests,
): LoadedHovers {
  const loader = new PictureLoader(
    new LoopbackPictures(transport),
    new DeliveryProbe(transport),
    requests,
  );
  return { hovers: new UrlHovers({ ...dependencies, loader }), loader };
}
