/** A URL endpoint as the SDKs take it apart. */
export interface SdkEndpoint {
  /** Scheme and host. */
  readonly origin: string;
  /** From the first slash on, perhaps only that. */
  readonly path: string;
  /** Whether the two are all of the endpoint, so that URLs under it need no parser. */
  readonly isAsWritten: boolean;
  /** Whether the browser's SDK, too, finds the path where it is. */
  readonly isPlain: boolean;
}

let last: { readonly text: string; readonly endpoint: SdkEndpoint | undefined } | undefined;

/** @returns `undefined` where it is no URL. */
export function parseSdkEndpoint(text: string): SdkEndpoint | undefined {
  // Nearly every call has the endpoint of the call before.
  if (last?.text === text) return last.endpoint;
  const endpoint = parse(text);
  last = { text, endpoint };
  return endpoint;
}

function parse(text: string): SdkEndpoint | undefined {
  const url = URL.parse(text);
  if (!url) return undefined;
  const { origin, pathname: path } = url;
  const isAsWritten = text === origin + path || `${text}/` === origin + path;
  // The SDK takes the first text that looks like the path away, be it in the host.
  const isFirst = path === '/' || text.indexOf(path) === origin.length;
  return { origin, path, isAsWritten, isPlain: isAsWritten && isFirst };
}
