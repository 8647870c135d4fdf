/**
 * One ImageKit account as the extension knows it. The origins stand beside the key that may be
 * sent to them, so that nothing else (a setting, a workspace) can redirect the key.
 */
export interface Account {
  /** What people see: the ImageKit id, or the endpoint's host for a custom domain. */
  readonly name: string;
  /** Without trailing slash: `https://ik.imagekit.io/demo`. */
  readonly urlEndpoint: string;
  readonly publicKey: string;
  readonly privateKey: string;
  /** Origin of the Media API: `https://api.imagekit.io`. */
  readonly apiOrigin: string;
  /** Origin of the upload API: `https://upload.imagekit.io`. */
  readonly uploadOrigin: string;
}

/** Where the keys of every account go, except those of a local emulator. */
export const imageKitOrigins = {
  apiOrigin: 'https://api.imagekit.io',
  uploadOrigin: 'https://upload.imagekit.io',
} as const;
