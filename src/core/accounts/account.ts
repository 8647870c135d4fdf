/** What is known of an account without its keys. */
export interface AccountFacts {
  /** Never changes and means nothing; under it the credentials are kept. */
  readonly id: string;
  /** What people see and `imagekit.account` names; no two accounts have the same. */
  readonly name: string;
  /** Nothing that writes is offered or sent. */
  readonly isReadOnly: boolean;
}

/** The origins that a private key may be sent to. */
export interface ApiOrigins {
  /** Origin of the Media API: `https://api.imagekit.io`. */
  readonly apiOrigin: string;
  /** Origin of the upload API: `https://upload.imagekit.io`. */
  readonly uploadOrigin: string;
}

/**
 * What is secret of an account, or has to stand beside the secret: the origins are kept with the
 * key, so that nothing else (a setting, a workspace) can redirect it.
 */
export interface Credentials extends ApiOrigins {
  /** The one that new URLs are built with, without trailing slash: `https://ik.imagekit.io/demo`. */
  readonly urlEndpoint: string;
  /** Others of the same account: further URL endpoints and custom domains. */
  readonly otherUrlEndpoints: readonly string[];
  readonly publicKey: string;
  readonly privateKey: string;
}

/** One ImageKit account as the extension knows it. */
export interface Account extends AccountFacts, Credentials {}

/** Where the keys of every account go, except those of a local emulator. */
export const imageKitOrigins: ApiOrigins = {
  apiOrigin: 'https://api.imagekit.io',
  uploadOrigin: 'https://upload.imagekit.io',
};
