import assert from 'node:assert/strict';
import { assert as assertProperty, property, string, webUrl } from 'fast-check';
import { isLoopbackUrl, parseUrlEndpoint } from '../../../../src/core/url/urlEndpoint.ts';

suite('URL endpoint', () => {
  const accepted: readonly (readonly [input: string, urlEndpoint: string, name: string])[] = [
    ['https://ik.imagekit.io/demo', 'https://ik.imagekit.io/demo', 'demo'],
    ['  https://ik.imagekit.io/demo/ \n', 'https://ik.imagekit.io/demo', 'demo'],
    ['https://ik.imagekit.io/demo///', 'https://ik.imagekit.io/demo', 'demo'],
    ['https://ik.imagekit.io/demo/blog', 'https://ik.imagekit.io/demo/blog', 'demo'],
    ['HTTPS://IK.ImageKit.io/Demo', 'https://ik.imagekit.io/Demo', 'Demo'],
    ['https://img.example.com', 'https://img.example.com', 'img.example.com'],
    ['https://img.example.com/shop/', 'https://img.example.com/shop', 'img.example.com'],
    ['https://demo.imagekit.io/', 'https://demo.imagekit.io', 'demo.imagekit.io'],
    ['http://localhost:4010/demo', 'http://localhost:4010/demo', 'localhost:4010'],
    ['http://127.0.0.1:4010/demo/', 'http://127.0.0.1:4010/demo', '127.0.0.1:4010'],
    ['http://[::1]:4010/demo', 'http://[::1]:4010/demo', '[::1]:4010'],
  ];
  for (const [input, urlEndpoint, name] of accepted) {
    test(`accepts ${JSON.stringify(input)}`, () => {
      assert.deepEqual(parseUrlEndpoint(input), { kind: 'endpoint', urlEndpoint, name });
    });
  }

  const refused: readonly (readonly [input: string, reason: string, advice: RegExp])[] = [
    ['', 'empty', /^Type the URL endpoint/],
    [' \t', 'empty', /^Type the URL endpoint/],
    ['demo', 'notAUrl', /looks like https:\/\/ik\.imagekit\.io\/your_imagekit_id/],
    ['ik.imagekit.io/demo', 'notAUrl', /looks like https:/],
    ['localhost:4010/demo', 'notAUrl', /looks like https:/],
    ['https://', 'notAUrl', /looks like https:/],
    ['https://ik.imagekit.io/my demo', 'notAUrl', /looks like https:/],
    ['http://ik.imagekit.io/demo', 'notHttps', /begins with https:/],
    ['http://127.0.0.1.example.com/demo', 'notHttps', /begins with https:/],
    ['ftp://ik.imagekit.io/demo', 'notHttps', /begins with https:/],
    ['https://me:secret@img.example.com', 'hasCredentials', /Remove the user name/],
    ['https://ik.imagekit.io/demo?tr=w-300', 'hasQuery', /Remove everything from \? or #/],
    ['https://ik.imagekit.io/demo?', 'hasQuery', /Remove everything from \? or #/],
    ['https://ik.imagekit.io/demo#a', 'hasQuery', /Remove everything from \? or #/],
    ['https://ik.imagekit.io/demo/tr:w-300', 'hasTransformation', /ends before tr:/],
    ['https://ik.imagekit.io', 'noImagekitId', /Add your ImageKit id/],
    ['https://ik.imagekit.io//', 'noImagekitId', /Add your ImageKit id/],
  ];
  for (const [input, reason, advice] of refused) {
    test(`refuses ${JSON.stringify(input)} and says what to type`, () => {
      const parsed = parseUrlEndpoint(input);
      assert(parsed.kind === 'invalid');
      assert.equal(parsed.reason, reason);
      assert.match(parsed.message, advice);
      assert.ok(!parsed.message.includes('secret'), 'never repeats credentials');
    });
  }

  test('an accepted endpoint is accepted again, unchanged', () => {
    assertProperty(
      property(webUrl({ validSchemes: ['https'] }), (text) => {
        const parsed = parseUrlEndpoint(text);
        if (parsed.kind === 'endpoint')
          assert.deepEqual(parseUrlEndpoint(`${parsed.urlEndpoint}/`), parsed);
      }),
    );
  });

  test('no input makes it throw', () => {
    assertProperty(
      property(string({ unit: 'binary' }), (text) => {
        assert.match(parseUrlEndpoint(`https://${text}`).kind, /^(?:endpoint|invalid)$/);
      }),
    );
  });
});

suite('loopback address', () => {
  for (const text of [
    'http://localhost',
    'https://LOCALHOST:4010/demo',
    'http://127.0.0.1:4010',
    'http://127.255.3.4/demo?tr=w-300',
    'http://[::1]:4010/demo',
    'http://[0:0:0:0:0:0:0:1]/demo',
  ]) {
    test(`${text} is on this computer`, () => assert.equal(isLoopbackUrl(text), true));
  }
  for (const text of [
    '',
    'localhost',
    'ftp://localhost/demo',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://128.0.0.1',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://[::2]',
    'http://example.com/127.0.0.1',
    'http://localhost@example.com',
    'https://ik.imagekit.io/localhost',
  ]) {
    test(`${JSON.stringify(text)} is not`, () => assert.equal(isLoopbackUrl(text), false));
  }
});
