import { createRequire } from 'node:module';
import ImageKit from 'imagekit';
import type { Emulator } from '../../../emulator/startEmulator.ts';

interface Axios {
  readonly interceptors: {
    readonly request: {
      use(change: (config: { url?: string }) => object): number;
      eject(id: number): void;
    };
  };
}

export interface LegacyClient {
  readonly client: ImageKit;
  disconnect(): void;
}

const apiHost = 'https://api.imagekit.io';

/** The client before version 7. It knows its API host by heart, so its HTTP library is told another. */
export function connectLegacyClient(emulator: Emulator): LegacyClient {
  const axios: Axios = createRequire(createRequire(import.meta.url).resolve('imagekit'))('axios');
  const id = axios.interceptors.request.use((config) => ({
    ...config,
    url: config.url?.replace(apiHost, emulator.origin),
  }));
  const { publicKey, privateKey, urlEndpoint, origin } = emulator;
  const options = {
    publicKey,
    privateKey,
    urlEndpoint,
    uploadEndpoint: `${origin}/api/v1/files/upload`,
  };
  return {
    client: new ImageKit(options),
    disconnect: () => axios.interceptors.request.eject(id),
  };
}
