import { buildSrc as officialBuildSrc } from '@imagekit/javascript';
import OfficialNode from '@imagekit/nodejs';
import OfficialClassic from 'imagekit';
import { buildSrc, type SrcOptions } from '../../src/core/url/sdk/buildSrc.ts';
import { url, type UrlOptions } from '../../src/core/url/sdk/url.ts';
import { compare, type Row } from './ratio.ts';

const urlEndpoint = 'https://ik.imagekit.io/demo';
const privateKey = 'private_key_test';

/** Another picture for every call, in one of both positions. */
function variant(call: number) {
  return {
    transformation: [{ width: 200 + call, height: 300, crop: 'at_max' as const }],
    transformationPosition: call % 2 === 0 ? ('query' as const) : ('path' as const),
    queryParameters: { v: String(call) },
  };
}

/** Building URLs beside ImageKit's own packages; both get the same objects. */
export function benchBuilders(): readonly Row[] {
  const calls = Array.from({ length: 64 }, (_, call) => call);
  const sources = calls.map((call) => ({
    src: `/photos/picture-${call}.jpg`,
    urlEndpoint,
    ...variant(call),
  }));
  const paths = calls.map((call) => ({ path: `/photos/picture-${call}.jpg`, ...variant(call) }));
  const signedSources = sources.map((options) => ({ ...options, signed: true, expiresIn: 60 }));
  const signedPaths = paths.map((options) => ({ ...options, signed: true, expireSeconds: 60 }));
  const node = new OfficialNode({ privateKey });
  const classic = new OfficialClassic({ publicKey: 'public_test', privateKey, urlEndpoint });
  const of = <Options>(all: readonly Options[], call: number): Options => all[call % 64] as Options;
  const context = { urlEndpoint, privateKey };
  return [
    compare(
      'buildSrc, beside @imagekit/javascript',
      1 / 5,
      (call) => buildSrc(of<SrcOptions>(sources, call)),
      (call) => officialBuildSrc(of(sources, call)),
    ),
    compare(
      'signed buildSrc, beside @imagekit/nodejs',
      1 / 2,
      (call) => buildSrc(of<SrcOptions>(signedSources, call), context),
      (call) => node.helper.buildSrc(of(signedSources, call)),
    ),
    compare(
      'url, beside imagekit 5',
      1 / 5,
      (call) => url(of<UrlOptions>(paths, call), context),
      (call) => classic.url(of(paths, call)),
    ),
    compare(
      'signed url, beside imagekit 5',
      1 / 2,
      (call) => url(of<UrlOptions>(signedPaths, call), context),
      (call) => classic.url(of(signedPaths, call)),
    ),
  ];
}
