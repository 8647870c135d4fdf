import assert from 'node:assert/strict';
import { ImageKitError } from '../../../../src/core/api/imageKitError.ts';
import type { HttpRequest, HttpTransport } from '../../../../src/core/api/httpTransport.ts';
import { describeUrl, type KnownOfUrl } from '../../../../src/core/language/hover.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';
import { DeliveryProbe } from '../../../../src/features/hover/deliveryProbe.ts';
import { LoopbackPictures } from '../../../../src/features/hover/loopbackPictures.ts';
import {
  PictureLoader,
  type LoadedPicture,
  type PictureOrder,
} from '../../../../src/features/hover/pictureLoader.ts';
import type { PreviewRequests } from '../../../../src/features/hover/previewRequests.ts';

const loopback = 'http://127.0.0.1:7480/demo';
const onHttps = 'https://ik.imagekit.io/demo';

/** What a server has at its addresses: type and number of bytes, or a status; or that there is none. */
type Served = Readonly<Record<string, readonly [type: string, bytes: number] | number>> | 'down';

/** A loader, and what it asked for. */
function setUp(served: Served, requested: readonly string[] = []) {
  const asked: string[] = [];
  const transport: HttpTransport = async ({ method, url }: HttpRequest) => {
    asked.push(`${method} ${url}`);
    if (served === 'down') throw new ImageKitError('unreachable', 'getaddrinfo ENOTFOUND');
    const found = served[url] ?? 404;
    const [type, bytes] = typeof found === 'number' ? ['text/plain', 0] : found;
    const headers = new Map([
      ['content-type', type],
      ['content-length', String(bytes)],
    ]);
    return {
      status: typeof found === 'number' ? found : 200,
      header: (name) => headers.get(name),
      text: () => Promise.resolve(''),
      bytes: () => Promise.resolve(new Uint8Array(bytes)),
    };
  };
  const requests = {
    has: (url: string) => requested.includes(url),
  } as unknown as PreviewRequests;
  const loader = new PictureLoader(
    new LoopbackPictures(transport),
    new DeliveryProbe(transport),
    requests,
  );
  const load = (
    address: string,
    own: Partial<PictureOrder> & KnownOfUrl = {},
  ): Promise<LoadedPicture> => {
    const url = parseImageKitUrl(address, 0, [loopback]);
    assert(url);
    const order: PictureOrder = {
      url,
      description: describeUrl(url, 0, own),
      request: { url: address, document: 'untitled:1', line: 0, character: 0 },
      preview: 'freeOnly',
      isPrivate: false,
      isOwn: false,
      signer: undefined,
      ...own,
    };
    return loader.load(order, new AbortController().signal);
  };
  return { asked, load, loader };
}

suite('pictures of hovers', () => {
  test('one of a server on this computer is embedded, and asked for once', async () => {
    const url = `${loopback}/tr:w-9/a.png`;
    const { load, asked } = setUp({ [url]: ['image/png', 3] });
    const loaded = await Promise.all([load(url), load(url)]);
    for (const { picture, type, bytes } of [...loaded, await load(url)]) {
      assert.deepEqual(picture, { kind: 'shown', source: 'data:image/png;base64,AAAA' });
      assert.deepEqual({ type, bytes }, { type: 'image/png', bytes: 3 });
    }
    assert.deepEqual(asked, [`GET ${url}`]);
  });

  test('one on https is loaded by the editor, once its server says that it is there', async () => {
    const url = `${onHttps}/tr:w-9/a.png`;
    const { load } = setUp({ [url]: ['image/png', 90] });
    const { picture, bytes } = await load(url);
    assert.deepEqual(picture, { kind: 'shown', source: url });
    assert.equal(bytes, 90);
  });

  for (const [status, sentence] of [
    [400, /refused the transformation/],
    [401, /private, or the URL’s signature is wrong or has expired/],
    [404, /no file at this path/],
    [429, /asks to wait/],
    [503, /status 503/],
  ] as const) {
    test(`one that is answered with ${status} becomes a sentence, not a broken picture`, async () => {
      for (const base of [loopback, onHttps]) {
        const url = `${base}/tr:w-9/a.png`;
        const { picture } = await setUp({ [url]: status }).load(url);
        assert(picture.kind === 'problem', picture.kind);
        assert.match(picture.sentence, sentence);
      }
    });
  }

  test('without a connection there is a link instead, as the editor may have one', async () => {
    const url = `${onHttps}/tr:w-9/a.png`;
    const { picture } = await setUp('down').load(url);
    assert(picture.kind === 'onRequest', picture.kind);
    assert.match(picture.label, /its server cannot be reached from here/);
    const asked = await setUp('down', [url]).load(url);
    assert.deepEqual(asked.picture, { kind: 'shown', source: url });
  });

  test('a server on this computer that does not answer becomes a sentence', async () => {
    const { picture } = await setUp('down').load(`${loopback}/a.png`);
    assert(picture.kind === 'problem', picture.kind);
    assert.match(picture.sentence, /the server did not answer/);
  });

  test('a file that was missing shows once it is uploaded', async () => {
    const url = `${loopback}/a.png`;
    const served: Record<string, [string, number]> = {};
    const { load, loader } = setUp(served);
    assert.equal((await load(url)).picture.kind, 'problem');
    served[url] = ['image/png', 3];
    loader.forget();
    assert.equal((await load(url)).picture.kind, 'shown');
  });

  test('the size of an original that no library knows is asked for, of its own address', async () => {
    const url = `${onHttps}/tr:w-9,f-webp/a.png?v=1`;
    const original = `${onHttps}/tr:orig-true/a.png?v=1`;
    const { load, asked } = setUp({ [url]: ['image/webp', 90], [original]: ['image/png', 1000] });
    const { bytes, originalBytes } = await load(url);
    assert.deepEqual({ bytes, originalBytes }, { bytes: 90, originalBytes: 1000 });
    assert.deepEqual(asked.toSorted(), [`HEAD ${original}`, `HEAD ${url}`].toSorted());
  });

  test('an original is not asked for where the library tells, or its URL is signed', async () => {
    for (const [url, isOwn] of [
      [`${onHttps}/tr:w-9/a.png`, true],
      [`${onHttps}/tr:w-9/a.png?ik-s=abc`, false],
    ] as const) {
      const { load, asked } = setUp({});
      await load(url, { isOwn });
      assert.deepEqual(asked, [`HEAD ${url}`]);
    }
  });

  const costly: readonly (readonly [path: string, label: RegExp])[] = [
    ['/tr:e-bgremove/a.png', /AI effects cost extension units/],
    ['/tr:n-cutout/a.png', /AI effects cost extension units/],
    ['/tr:n-unknown/a.png', /what it costs is not known/],
    ['/tr:e-dream/a.png', /what it costs is not known/],
    ['/a.mp4', /a still of a video costs 30 video units/],
  ];
  for (const [path, label] of costly) {
    for (const base of [loopback, onHttps]) {
      test(`${base}${path} is not loaded unasked`, async () => {
        const { load, asked } = setUp({});
        const named = new Map([['cutout', 'e-bgremove']]);
        const { picture } = await load(base + path, { named });
        assert(picture.kind === 'onRequest', picture.kind);
        assert.match(picture.label, label);
        assert.deepEqual(asked, []);
      });
    }
  }

  test('the setting decides what is loaded unasked', async () => {
    for (const [preview, path, isLoaded] of [
      ['always', '/tr:e-bgremove/a.png', true],
      ['always', '/tr:w-9/a.png', true],
      ['freeOnly', '/tr:w-9/a.png', true],
      ['never', '/tr:w-9/a.png', false],
      ['never', '/tr:e-bgremove/a.png', false],
    ] as const) {
      const url = loopback + path;
      const { load, asked } = setUp({ [url]: ['image/png', 3] });
      const { picture } = await load(url, { preview });
      assert.equal(picture.kind, isLoaded ? 'shown' : 'onRequest', `${preview} ${path}`);
      assert.deepEqual(asked, isLoaded ? [`GET ${url}`] : []);
    }
  });

  test('a named transformation that costs nothing is loaded', async () => {
    const url = `${loopback}/tr:n-card/a.png`;
    const { load } = setUp({ [url]: ['image/png', 3] });
    const { picture } = await load(url, { named: new Map([['card', 'w-400']]) });
    assert.equal(picture.kind, 'shown');
  });

  test('what costs something is loaded once it was asked for', async () => {
    const url = `${loopback}/tr:e-bgremove/a.png`;
    const { load } = setUp({ [url]: ['image/png', 3] }, [url]);
    assert.equal((await load(url)).picture.kind, 'shown');
  });

  test('a private file without signature becomes a sentence', async () => {
    const { load, asked } = setUp({});
    const { picture } = await load(`${onHttps}/a.png`, { isPrivate: true, isOwn: true });
    assert(picture.kind === 'problem');
    assert.match(picture.sentence, /^This file is private: sign its URL/);
    assert.deepEqual(asked, []);
  });
});
