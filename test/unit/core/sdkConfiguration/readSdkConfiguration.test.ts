import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { mergeSdkConfigurations } from '../../../../src/core/sdkConfiguration/mergeSdkConfigurations.ts';
import { readEnvironment } from '../../../../src/core/sdkConfiguration/readEnvironment.ts';
import { readSdkConfiguration } from '../../../../src/core/sdkConfiguration/readSdkConfiguration.ts';

const endpoint = 'https://ik.imagekit.io/acme';
const publicKey = 'public_kq2PzyOhL9+AB/c=';
const privateKey = 'private_0123456789abcdefghij=';

/** One set-up a language, as the quick starts of the SDKs shape it. */
const setUps: Readonly<Record<string, string>> = {
  env: `IMAGEKIT_PRIVATE_KEY=${privateKey}\nIMAGEKIT_PUBLIC_KEY=${publicKey}\nIMAGEKIT_URL_ENDPOINT=${endpoint}/\n`,
  'env of Next.js': `export NEXT_PUBLIC_IMAGEKIT_PUBLIC_KEY="${publicKey}"\nNEXT_PUBLIC_IMAGEKIT_URL_ENDPOINT='${endpoint}' # main\n`,
  'env of Vite': `VITE_IMAGEKIT_ENDPOINT=${endpoint}\nVITE_PUBLIC_KEY=${publicKey}\n`,
  javascript: `const imagekit = new ImageKit({\n  publicKey: '${publicKey}',\n  privateKey: '${privateKey}',\n  urlEndpoint: '${endpoint}',\n});`,
  jsx: `<ImageKitProvider urlEndpoint="${endpoint}"><Upload publicKey={"${publicKey}"} /></ImageKitProvider>`,
  vue: `<IKContext :publicKey="'x'" publicKey="${publicKey}" urlEndpoint="${endpoint}">`,
  python: `imagekit = ImageKit(\n    public_key='${publicKey}',\n    private_key='${privateKey}',\n    url_endpoint='${endpoint}'\n)`,
  php: `$imageKit = new ImageKit(\n    "${publicKey}",\n    "${privateKey}",\n    "${endpoint}"\n);`,
  'php array': `return ['public_key' => '${publicKey}', 'url_endpoint' => '${endpoint}'];`,
  ruby: `ImageKitIo.configure do |config|\n  config.public_key = '${publicKey}'\n  config.url_endpoint = '${endpoint}'\nend`,
  java: `Configuration config = new Configuration("a", "b");\nImageKit.getInstance().setConfig(config);\nString publicKey = "${publicKey}"; String urlEndpoint = "${endpoint}";`,
  go: `ik := imagekit.NewFromParams(imagekit.NewParams{\n\tPublicKey: "${publicKey}",\n\tUrlEndpoint: "${endpoint}",\n})`,
  csharp: `ImagekitClient imagekit = new ImagekitClient("${publicKey}", "${privateKey}", "${endpoint}");`,
  kotlin: `ImageKit.init(context = this, publicKey = "${publicKey}", urlEndpoint = "${endpoint}")`,
  swift: `ImageKit.init(publicKey: "${publicKey}", urlEndpoint: "${endpoint}")`,
  json: `{ "imagekit": { "publicKey": "${publicKey}", "urlEndpoint": "${endpoint}" } }`,
  'an id alone': `IMAGEKIT_ID=acme\nIMAGEKIT_PUBLIC_KEY=${publicKey}\n`,
};

const endpointsOf = (text: string): readonly (string | undefined)[] =>
  readSdkConfiguration(text, '').map(({ urlEndpoint }) => urlEndpoint);

suite('reading the set-up of an SDK', () => {
  for (const [name, text] of Object.entries(setUps)) {
    test(`${name}: endpoint and public key, and never the private key`, () => {
      const found = readSdkConfiguration(text, '');
      assert.deepEqual(
        found.map(({ urlEndpoint, publicKey: key }) => [urlEndpoint, key]),
        [[endpoint, publicKey]],
      );
      assert.doesNotMatch(JSON.stringify(found), /private/i);
    });
  }

  for (const [name, text] of Object.entries({
    'code without ImageKit': `const urlEnd = 'https://example.com'; publicKey: 'public_x1'`,
    'placeholders of a documentation': `new ImageKit({ publicKey: 'your_public_key', urlEndpoint: 'https://ik.imagekit.io/your_imagekit_id' })`,
    'values from the environment': `new ImageKit({ publicKey: process.env.A, urlEndpoint: process.env.B })`,
    'an id from the environment': `new ImageKit({ imagekitId: process.env.IMAGEKIT_ID })`,
    'the type of an id': `interface ImageKitOptions { imagekitId: string }`,
    'a private key for an id': `IMAGEKIT_ID=${privateKey}`,
    'an endpoint with a private key': `IMAGEKIT_URL_ENDPOINT=https://ik.imagekit.io/${privateKey}`,
    'the endpoint of something else': `const api = { urlEndpoint: "https://api.example.com/graphql" }`,
    'an endpoint over plain http': `IMAGEKIT_URL_ENDPOINT=http://media.example.com`,
    'an endpoint on this computer': `IMAGEKIT_URL_ENDPOINT=http://127.0.0.1:7480/acme`,
    'an endpoint with a password': `IMAGEKIT_URL_ENDPOINT=https://me:secret@ik.imagekit.io/acme`,
  })) {
    test(`nothing is read from ${name}`, () => {
      assert.deepEqual(endpointsOf(text), []);
    });
  }

  test('a variable that code refers to is looked up, in any language', () => {
    const environment = readEnvironment(
      `A="${endpoint}/" # main\nexport B=${publicKey} # key\nC=${privateKey}\n`,
    );
    for (const text of [
      'new ImageKit({ publicKey: process.env.B, privateKey: process.env.C, urlEndpoint: process.env.A })',
      '<IKContext publicKey={import.meta.env.B} urlEndpoint={import.meta.env.A}>',
      `ImageKit(public_key=os.environ["B"], private_key=os.getenv("C"), url_endpoint=os.environ.get('A'))`,
      `['imagekit' => ['public_key' => env('B'), 'url_endpoint' => getenv('A')]]`,
      `ImageKitIo.configure { config.public_key = ENV['B']; config.url_endpoint = ENV.fetch('A') }`,
      'imagekit.NewParams{PublicKey: os.Getenv("B"), UrlEndpoint: os.Getenv("A")}',
    ]) {
      const [found, ...others] = readSdkConfiguration(text, 'a', environment);
      assert.deepEqual(
        [found?.urlEndpoint, found?.publicKey, others],
        [endpoint, publicKey, []],
        text,
      );
    }
  });

  test('a .env file gives up no variable but endpoints and public keys', () => {
    const text = `K=${privateKey}\nE=${endpoint}\nP=${publicKey}\nS=secret\nM=https://x.io/${privateKey}`;
    assert.deepEqual(
      [...readEnvironment(text)],
      [
        ['E', endpoint],
        ['P', publicKey],
      ],
    );
  });

  test('what is commented out is not taken', () => {
    const old = endpoint.replace('acme', 'old');
    for (const [fileName, text] of [
      ['.env.local', `# IMAGEKIT_URL=${old}\nIMAGEKIT_URL=${endpoint}`],
      ['settings.py', `  # ImageKit(url_endpoint="${old}")\nImageKit(url_endpoint="${endpoint}")`],
      ['a.ts', `// urlEndpoint: '${old}'\nurlEndpoint: '${endpoint}'`],
    ] as const) {
      const found = readSdkConfiguration(text, fileName);
      assert.deepEqual(
        found.map(({ urlEndpoint }) => urlEndpoint),
        [endpoint],
        fileName,
      );
      assert(text.slice(found[0]?.offset).startsWith('url') || fileName === '.env.local');
    }
  });

  test('two set-ups in one file keep their own keys', () => {
    const other = endpoint.replace('acme', 'other');
    const text = `imagekit:\n a: { publicKey: "public_a", urlEndpoint: "${endpoint}" },\n b: { publicKey: "public_b", urlEndpoint: "${other}" }`;
    assert.deepEqual(
      readSdkConfiguration(text, 'a.json').map(({ urlEndpoint, publicKey: key }) => [
        urlEndpoint,
        key,
      ]),
      [
        [endpoint, 'public_a'],
        [other, 'public_b'],
      ],
    );
  });

  test('a private key in the place of the public one is not taken', () => {
    const text = `IMAGEKIT_URL_ENDPOINT=${endpoint}\nIMAGEKIT_PUBLIC_KEY=${privateKey}`;
    assert.deepEqual(Object.keys(readSdkConfiguration(text, '.env')[0] ?? {}), [
      'urlEndpoint',
      'offset',
    ]);
  });

  test('no text throws, gives a private key, or takes long', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'imagekit',
            'urlEndpoint',
            '=',
            ': "',
            privateKey,
            publicKey,
            endpoint,
            '(',
            '\n',
            ' ',
          ),
          { maxLength: 60 },
        ),
        (parts) => {
          assert.doesNotMatch(JSON.stringify(readSdkConfiguration(parts.join(''), '')), /private/);
        },
      ),
    );
  });

  // Unbounded patterns would take minutes or end the stack here; mocha's own limit is two seconds.
  test('no hostile file holds the extension up', () => {
    for (const text of [
      'ImageKit'.repeat(25_000),
      "ImageKit( '".repeat(18_000),
      `imagekit urlEndpoint=${' '.repeat(200_000)}`,
      'imagekit urlEndpoint=https://< '.repeat(7_000),
      'imagekit urlEndpoint = process.env.'.repeat(6_000),
    ]) {
      assert.deepEqual(endpointsOf(text), []);
    }
  });
});

suite('merging set-ups', () => {
  const at = (source: string, urlEndpoint?: string, key?: string) => ({
    source,
    offset: 0,
    ...(urlEndpoint && { urlEndpoint }),
    ...(key && { publicKey: key }),
  });

  test('an endpoint is offered once, from the first file, with the only key there is', () => {
    assert.deepEqual(
      mergeSdkConfigurations([
        at('.env', undefined, 'public_a'),
        at('a.js', endpoint),
        at('b.js', endpoint),
      ]),
      [{ urlEndpoint: endpoint, publicKey: 'public_a', source: 'a.js' }],
    );
  });

  test('with several keys only that of its own file belongs to an endpoint', () => {
    const other = 'https://ik.imagekit.io/other';
    const merged = mergeSdkConfigurations([
      at('a', endpoint, 'public_a'),
      at('b', other),
      at('c', undefined, 'public_c'),
    ]);
    assert.deepEqual(
      merged.map(({ publicKey: key }) => key),
      ['public_a', undefined],
    );
  });
});
