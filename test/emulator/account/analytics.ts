import type { Delivery } from './traffic.ts';

interface Group {
  readonly name: string;
  requestCount: number;
  bandwidthBytes: number;
}

/** The longest of the top lists. */
const maximumRows = 100;

const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg\//],
  ['Chrome', /Chrome\//],
  ['Firefox', /Firefox\//],
  ['Safari', /Safari\//],
];
const devices: readonly (readonly [string, RegExp])[] = [
  ['Smartphone - Apple iPhone', /iPhone/],
  ['Smartphone - Android', /Android/],
  ['Desktop - Windows PC', /Windows/],
  ['Desktop - Apple Mac', /Macintosh/],
  ['Desktop - Linux', /Linux/],
];

const recognize = (table: readonly (readonly [string, RegExp])[], text: string): string =>
  table.find(([, pattern]) => pattern.test(text))?.[0] ?? 'Other';

function group(deliveries: readonly Delivery[], name: (delivery: Delivery) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const delivery of deliveries) {
    const key = name(delivery);
    if (key === '') continue;
    const found = groups.get(key) ?? { name: key, requestCount: 0, bandwidthBytes: 0 };
    found.requestCount += 1;
    found.bandwidthBytes += delivery.bytes;
    groups.set(key, found);
  }
  return [...groups.values()];
}

function ranked(
  deliveries: readonly Delivery[],
  name: (delivery: Delivery) => string,
): { byBandwidth: Group[]; byRequests: Group[] } {
  const groups = group(deliveries, name);
  const top = (member: 'bandwidthBytes' | 'requestCount'): Group[] =>
    groups.toSorted((left, right) => right[member] - left[member]).slice(0, maximumRows);
  return { byBandwidth: top('bandwidthBytes'), byRequests: top('requestCount') };
}

function counted(
  deliveries: readonly Delivery[],
  name: (delivery: Delivery) => string,
): { name: string; requestCount: number }[] {
  return ranked(deliveries, name).byRequests.map(({ name: key, requestCount }) => ({
    name: key,
    requestCount,
  }));
}

const kindOf = ({ mime }: Delivery): 'image' | 'video' | 'other' =>
  mime.startsWith('image/') ? 'image' : mime.startsWith('video/') ? 'video' : 'other';

/** The account's analytics of the deliveries, in the shape of `/v1/accounts/usage-analytics`. */
export function analyze(
  deliveries: readonly Delivery[],
  extensions: readonly string[],
): Record<string, unknown> {
  const good = deliveries.filter(({ status }) => status < 400);
  const of = (kind: string): Delivery[] => good.filter((each) => kindOf(each) === kind);
  const hits = good.filter(({ cacheHit }) => cacheHit).length;
  const country = ranked(deliveries, () => 'Local network');
  const withCode = (groups: Group[]): object[] => groups.map((each) => ({ ...each, code: 'ZZ' }));
  const names = new Set(extensions);
  return {
    requestCount: deliveries.length,
    bandwidthBytes: deliveries.reduce((sum, { bytes }) => sum + bytes, 0),
    browser: ranked(deliveries, ({ userAgent }) => recognize(browsers, userAgent)),
    device: ranked(deliveries, ({ userAgent }) => recognize(devices, userAgent)),
    country: {
      byBandwidth: withCode(country.byBandwidth),
      byRequests: withCode(country.byRequests),
    },
    cache: { hitCount: hits, missCount: good.length - hits, errorCount: 0 },
    errorReasons: counted(deliveries, ({ error }) => error),
    extensions: [...names].map((name) => ({
      name,
      operationCount: extensions.filter((each) => each === name).length,
    })),
    format: ranked(good, ({ mime }) => mime),
    statusCodes: counted(deliveries, ({ status }) => String(status)),
    top404Assets: counted(
      deliveries.filter(({ status }) => status === 404),
      ({ url }) => url,
    ),
    topImages: ranked(of('image'), ({ url }) => url),
    topImageTransforms: ranked(of('image'), ({ transformation }) => transformation),
    topVideos: ranked(of('video'), ({ url }) => url),
    topVideoTransforms: ranked(of('video'), ({ transformation }) => transformation),
    topOtherAssets: ranked(of('other'), ({ url }) => url),
    topReferrers: ranked(deliveries, ({ referrer }) => referrer),
    topUserAgents: ranked(deliveries, ({ userAgent }) => userAgent),
    urlEndpoints: ranked(deliveries, ({ urlEndpoint }) => urlEndpoint),
    // The emulator encodes no video.
    videoProcessing: [],
  };
}
