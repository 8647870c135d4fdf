import assert from 'node:assert/strict';
import { assert as assertProperty, property, string, stringMatching } from 'fast-check';
import { redact } from '../../../../src/core/api/redact.ts';

suite('redaction', () => {
  const key = 'private_aB3/x+y=';
  const encoded = btoa(`${key}:`);
  const texts: Readonly<Record<string, string>> = {
    'a key in a sentence': `The key ${key} was refused`,
    'a key in JSON': JSON.stringify({ privateKey: key }),
    'a header': `Authorization: Basic ${encoded}`,
    'a header in lower case and JSON': `{"authorization":"Basic ${encoded}","accept":"*/*"}`,
    'a header in an inspected object': `{ Authorization: 'Basic ${encoded}' }`,
    'credentials on their own': `sent basic ${encoded}.`,
    'credentials in a URL': `https://${encodeURIComponent(key)}:@api.imagekit.io/v1/files`,
  };
  for (const [what, text] of Object.entries(texts)) {
    test(`removes ${what}`, () => {
      const clean = redact(text);
      assert.ok(!clean.includes('aB3'), clean);
      assert.ok(!clean.includes(encoded), clean);
      assert.ok(clean.includes('[hidden]'), clean);
    });
  }

  test('removes the signature of a URL and keeps the rest readable', () => {
    assert.equal(
      redact('GET https://ik.imagekit.io/demo/a.jpg?ik-t=999&ik-s=0123abcdef&x=1 failed'),
      'GET https://ik.imagekit.io/demo/a.jpg?ik-t=999&ik-s=[hidden]&x=1 failed',
    );
    assert.equal(redact('{"ik-s":"0123abcdef"}'), '{"ik-s":"[hidden]"}');
    assert.equal(redact('?u=a%3Fik-s%3D0123abcdef%26b'), '?u=a%3Fik-s%3D[hidden]%26b');
  });

  test('removes the secrets of origins', () => {
    const origin = {
      type: 'S3',
      accessKey: 'AKIAaB3',
      secretKey: 'aB3/+',
      sasToken: '?sv=1&sig=aB3',
      clientSecret: 'aB3',
      password: 'aB3',
      bucket: 'media',
    };
    const clean = redact(JSON.stringify(origin));
    assert.ok(!clean.includes('aB3'), clean);
    assert.ok(clean.includes('"bucket":"media"'), clean);
    assert.equal(redact("{ secretKey: 'aB3' }"), "{ secretKey: '[hidden]' }");
  });

  test('removes the tokens of the upload API v2', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJmaWxlTmFtZSI6ImEifQ.aB3_aB3-aB3';
    assert.equal(redact(`{"token":"${token}"}`), '{"token":"[hidden]"}');
    assert.equal(redact(`token=${token}&x=1`), 'token=[hidden]&x=1');
    assert.equal(redact('token eyJhbGciOiJIUzI1NiJ9.e30. is bad'), 'token [hidden] is bad');
  });

  test('removes given secrets of any shape', () => {
    assert.equal(
      redact('the key hunter2 and hunter2', ['hunter2', '']),
      'the key [hidden] and [hidden]',
    );
  });

  test('leaves text without secrets alone', () => {
    for (const text of [
      'Uploaded /blog/a.jpg.',
      'public_abc123 at https://ik.imagekit.io/demo/tr:w-300/a.jpg?tr=h-200',
      'a basic problem',
      'at Object.<anonymous> (file:///a/b.ts:3:14)',
    ]) {
      assert.equal(redact(text), text);
    }
  });

  test('no key survives in any surroundings', () => {
    const secret = stringMatching(/^[A-Za-z0-9+/=]{12,40}$/);
    assertProperty(
      property(string(), secret, string(), (before, tail, after) => {
        assert.ok(!redact(`${before} private_${tail} ${after}`).includes(`private_${tail}`));
      }),
    );
  });
});
