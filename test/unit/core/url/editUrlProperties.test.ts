import assert from 'node:assert/strict';
import {
  assert as assertProperty,
  array,
  constantFrom,
  nat,
  option,
  property,
  record,
} from 'fast-check';
import {
  moveTransformation,
  removeQueryParameter,
  removeSignature,
  reorderQuery,
  setQueryParameter,
  setTransformation,
} from '../../../../src/core/url/editUrl.ts';
import { setAssetPath, setEndpoint, setSuffix } from '../../../../src/core/url/editPath.ts';
import type { ImageKitUrl } from '../../../../src/core/url/imageKitUrl.ts';
import { parseImageKitUrl } from '../../../../src/core/url/parseImageKitUrl.ts';

const demo = 'https://ik.imagekit.io/demo';

function parse(text: string, start = 7, endpoints: readonly string[] = []): ImageKitUrl {
  const url = parseImageKitUrl(text, start, endpoints);
  assert(url);
  return url;
}

suite('an edited URL', () => {
  const chain = constantFrom('w-1', 'w-${a / b}', 'h-2,w-3:rt-90', 'l-text,i-a%20b,l-end');
  const anyUrl = record({
    pathChain: option(chain, { nil: undefined }),
    assetPath: constantFrom('', '/a.jpg', '/${dir ? a/b : c}/a%20b.jpg', '/a.mp4/ik-thumbnail.jpg'),
    query: array(
      constantFrom('v=1', 'v', 'x=${a && b}', 'ik-s=ab', 'ik-t=5', 'tr=w-7', 'tr', 'y==', 'é= '),
      { maxLength: 6 },
    ),
    separator: constantFrom('&', '&amp;', '&&'),
    fragment: constantFrom('', '#', '#top?tr=w-1'),
    start: nat(50),
  }).map(({ pathChain, assetPath, query, separator, fragment, start }) =>
    parse(
      demo +
        (pathChain === undefined ? '' : `/tr:${pathChain}`) +
        assetPath +
        (query.length === 0 ? '' : `?${query.join(separator)}`) +
        fragment,
      start,
    ),
  );
  const position = constantFrom('path', 'query');

  test('has the chain that was set, and everything else as before', () => {
    assertProperty(
      property(anyUrl, chain, position, (url, text, where) => {
        const edited = parse(setTransformation(url, text, where));
        assert.equal(edited.transformation?.text, text);
        assert.equal(edited.transformation.position, where);
        assert.deepEqual(unrelated(edited), unrelated(url));
      }),
      { numRuns: 500 },
    );
  });

  test('has no transformation once it was removed, and everything else as before', () => {
    assertProperty(
      property(anyUrl, (url) => {
        const edited = parse(setTransformation(url, undefined));
        assert.equal(edited.transformation, undefined);
        assert.deepEqual(unrelated(edited), unrelated(url));
      }),
      { numRuns: 500 },
    );
  });

  test('is the old one again when the old chain is put back in the same place', () => {
    assertProperty(
      property(anyUrl, chain, (url, text) => {
        const { transformation, query } = url;
        const trs = query.filter(({ name }) => name.text === 'tr').length;
        if (!transformation || trs !== (transformation.position === 'query' ? 1 : 0)) return;
        const edited = parse(setTransformation(url, text));
        assert.equal(setTransformation(edited, transformation.text), url.text);
      }),
      { numRuns: 500 },
    );
  });

  test('is the old one again when a new parameter is removed', () => {
    assertProperty(
      property(anyUrl, (url) => {
        const edited = parse(setQueryParameter(url, 'new', '1'));
        assert.equal(removeQueryParameter(edited, 'new'), url.text);
      }),
      { numRuns: 500 },
    );
  });

  test('has its query in the order that was asked for, and everything else as before', () => {
    assertProperty(
      property(anyUrl, (url) => {
        const edited = parse(reorderQuery(url, url.query.toReversed()));
        assert.deepEqual(parameters(edited), parameters(url).toReversed());
        assert.equal(reorderQuery(edited, edited.query.toReversed()), url.text);
      }),
      { numRuns: 500 },
    );
  });

  test('has the asset that was set, and everything else as before', () => {
    assertProperty(
      property(anyUrl, constantFrom('/b.png', '/x/y.mp4'), (url, path) => {
        const edited = parse(setAssetPath(url, path));
        assert.equal(edited.assetPath.text, path);
        assert.deepEqual(
          { ...unrelated(edited), assetPath: '' },
          { ...unrelated(url), assetPath: '' },
        );
        assert.equal(edited.transformation?.text, url.transformation?.text);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the order and bytes of all parameters but the removed ones', () => {
    assertProperty(
      property(anyUrl, (url) => {
        const edited = parse(removeSignature(url));
        const kept = url.query.filter(({ name }) => !/^ik-[st]$/.test(name.text));
        assert.deepEqual(parameters(edited), parameters({ ...url, query: kept }));
        assert.equal(edited.transformation?.text, url.transformation?.text);
        assert.equal(removeSignature(edited), edited.text, 'is stable');
      }),
      { numRuns: 500 },
    );
  });

  test('moves its transformation and back again without another change', () => {
    assertProperty(
      property(anyUrl, position, (url, where) => {
        const { transformation } = url;
        // A second tr of the query goes away with the move.
        const isOnly = url.query.filter(({ name }) => name.text === 'tr').length < 2;
        const moved = parse(moveTransformation(url, where));
        assert.deepEqual(unrelated(moved), unrelated(url));
        if (!transformation || transformation.text === '' || !isOnly) return;
        assert.equal(moved.transformation?.position, where);
        const back = parse(moveTransformation(moved, transformation.position));
        assert.equal(back.transformation?.text, transformation.text);
        assert.deepEqual(unrelated(back), unrelated(url));
      }),
      { numRuns: 500 },
    );
  });

  test('has the suffix that was set, or none, and everything else as before', () => {
    const token = constantFrom('ik-thumbnail.jpg', 'ik-video.mp4', 'ik-master.m3u8');
    assertProperty(
      property(anyUrl, option(token, { nil: undefined }), (url, suffix) => {
        // A token stands behind the path of a file.
        if (url.assetPath.text === '') return;
        const edited = parse(setSuffix(url, suffix));
        assert.equal(edited.suffix?.text, suffix);
        assert.deepEqual({ ...unrelated(edited), suffix: '' }, { ...unrelated(url), suffix: '' });
        assert.equal(edited.transformation?.text, url.transformation?.text);
        const back = parse(setSuffix(edited, url.suffix?.text));
        assert.equal(back.text, url.text);
      }),
      { numRuns: 500 },
    );
  });

  test('has the endpoint that was set, and everything else as before', () => {
    const endpoint = constantFrom('https://img.example.com', 'https://ik.imagekit.io/other/shop');
    assertProperty(
      property(anyUrl, endpoint, (url, other) => {
        const edited = parse(setEndpoint(url, other), 7, [other]);
        assert.equal(edited.endpoint.text, other);
        assert.deepEqual({ ...unrelated(edited), endpoint: demo }, unrelated(url));
        assert.equal(edited.transformation?.text, url.transformation?.text);
        assert.equal(setEndpoint(edited, demo), url.text);
      }),
      { numRuns: 500 },
    );
  });

  function parameters({ query, text, start }: ImageKitUrl): string[] {
    return query.map((parameter) => text.slice(parameter.start - start, parameter.end - start));
  }

  /** All that a transformation has nothing to do with. */
  function unrelated(url: ImageKitUrl): object {
    return {
      endpoint: url.endpoint.text,
      assetPath: url.assetPath.text,
      suffix: url.suffix?.text,
      query: parameters(url).filter((parameter) => !/^tr(?:=|$)/.test(parameter)),
      fragment: /#.*$/.exec(url.text)?.[0],
    };
  }
});
