import assert from 'node:assert/strict';
import sharp from 'sharp';
import { startEmulator } from '../../emulator/startEmulator.ts';
import type { Emulator } from '../../emulator/startEmulator.ts';
import { call, list, twoColors, upload } from './emulatorClient.ts';

/** A picture taken in London on the last day of May 2024, tagged by its camera. */
async function photograph(): Promise<Buffer> {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag>
    <rdf:li>bridge</rdf:li><rdf:li>river</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>`;
  return await sharp(await twoColors(20, 10))
    .jpeg()
    .withXmp(xmp)
    .withExif({
      IFD0: { Make: 'Maker', Model: 'One' },
      IFD2: { DateTimeOriginal: '2024:05:31 10:20:30' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 18/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 4/1 30/1',
      },
    })
    .toBuffer();
}

suite('emulator: the search language on metadata and words', () => {
  let emulator: Emulator;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false });
    const fields: [string, object][] = [
      ['brand', { type: 'Text' }],
      ['stock', { type: 'Number' }],
      ['sold', { type: 'Date' }],
      ['sale', { type: 'Boolean' }],
      ['size', { type: 'SingleSelect', selectOptions: ['S', 'M', 3] }],
      ['colours', { type: 'MultiSelect', selectOptions: ['red', 'blue', 7, true] }],
    ];
    for (const [name, schema] of fields) {
      const body = { name, label: name, schema };
      assert.equal((await call(emulator, 'POST', '/v1/customMetadataFields', body)).status, 201);
    }
    const first = { brand: 'North Peak', stock: 5, sold: '2024-01-31', sale: true, size: 'S' };
    const second = { brand: 'Southwind', stock: 50, sold: '2024-06-30', size: 3 };
    const files: [string, Buffer, object | undefined, string][] = [
      ['red dress.jpg', await photograph(), { ...first, colours: ['red', 7] }, 'summer sale'],
      ['red dress red.png', await twoColors(5, 5), { ...second, colours: ['blue', true] }, ''],
      ['dressing-gown.png', await twoColors(5, 5), undefined, 'Kleid,rot'],
    ];
    for (const [fileName, bytes, customMetadata, tags] of files) {
      const { status } = await upload(emulator, bytes, {
        fileName,
        tags,
        useUniqueFileName: 'false',
        ...(customMetadata ? { customMetadata: JSON.stringify(customMetadata) } : {}),
      });
      assert.equal(status, 200, fileName);
    }
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  const all = ['a', 'b', 'c'];
  const short: Readonly<Record<string, string>> = {
    'red_dress.jpg': 'a',
    'red_dress_red.png': 'b',
    'dressing-gown.png': 'c',
  };
  async function find(query: string, more = ''): Promise<(string | undefined)[]> {
    const found = await list(emulator, `searchQuery=${encodeURIComponent(query)}${more}`);
    return found.map(({ name }) => short[name]);
  }

  const cases: [string, string[]][] = [
    ['"customMetadata.brand" = "Southwind"', ['b']],
    ['"customMetadata.brand" : "North"', ['a']],
    ['"customMetadata.brand" HAS "peak nor"', ['a']],
    ['"customMetadata.brand" NOT IN ["Southwind"]', ['a', 'c']],
    ['"customMetadata.brand" EXISTS', ['a', 'b']],
    ['"customMetadata.brand" NOT EXISTS', ['c']],
    ['"customMetadata.stock" >= 5 AND "customMetadata.stock" < 50', ['a']],
    ['"customMetadata.sold" > "2024-02-01"', ['b']],
    ['"customMetadata.sold" = "2024-01-31"', ['a']],
    ['"customMetadata.sale" = true', ['a']],
    ['"customMetadata.size" = 3', ['b']],
    ['"customMetadata.size" > 2 AND "customMetadata.size" < 4', ['b']],
    ['"customMetadata.size" IN ["S", "M"]', ['a']],
    ['"customMetadata.colours" IN ["blue", 7]', ['a', 'b']],
    ['"customMetadata.colours" NOT IN [true]', ['a', 'c']],
    ['"embeddedMetadata.Keywords" IN ["river"]', ['a']],
    ['"embeddedMetadata.Keywords" NOT EXISTS', ['b', 'c']],
    ['"embeddedMetadata.DateTimeOriginal" < "2024-06-01"', ['a']],
    ['"embeddedMetadata.DateTimeOriginal" = "2024-05-31T10:20:30"', ['a']],
    ['"embeddedMetadata.LocationTaken" = "51.5,-0.1 5km"', ['a']],
    ['"embeddedMetadata.LocationTaken" = "51.5,-0.1 500m"', []],
    ['"embeddedMetadata.LocationTaken" = "51,-1|52,1"', ['a']],
    ['"embeddedMetadata.LocationTaken" = "50,0|52,0|52,-0.05|50,-0.05"', []],
    ['createdBy NOT = "nobody@example.com"', all],
    ['transparency = true AND published = true', ['b', 'c']],
    ['name HAS "DRESS"', all],
    ['name HAS "dress re"', ['a', 'b']],
    ['name HAS "dress gow"', []],
    ['tags HAS "rot"', ['c']],
    ['tags HAS "sale summer"', ['a']],
    ['tags NOT EXISTS', ['b']],
    ['name NOT = "red_dress.jpg"', ['b', 'c']],
    ['(name HAS "gown" OR tags IN ["summer sale"]) AND path : "/"', ['a', 'c']],
  ];
  for (const [query, expected] of cases) {
    test(`finds ${query}`, async () => {
      assert.deepEqual(await find(query), expected);
    });
  }

  test('sorts by relevance', async () => {
    assert.deepEqual(await find('name HAS "red"', '&sort=DESC_RELEVANCE'), ['b', 'a']);
    assert.deepEqual(await find('name HAS "red"', '&sort=ASC_RELEVANCE'), ['a', 'b']);
    assert.deepEqual(await find('size > 1', '&sort=DESC_RELEVANCE'), ['c', 'b', 'a']);
  });

  test('follows tags and names that change', async () => {
    const [file] = await list(emulator, 'name=dressing-gown.png');
    const path = `/v1/files/${file?.fileId ?? ''}/details`;
    await call(emulator, 'PATCH', path, { tags: ['evening'] });
    assert.deepEqual(await find('tags HAS "evening"'), ['c']);
    assert.deepEqual(await find('tags HAS "rot"'), []);
    await call(emulator, 'PATCH', path, { tags: ['Kleid', 'rot'] });
  });

  test('refuses unknown fields, bare metadata names and wrong operators', async () => {
    for (const query of [
      '"customMetadata.none" = "x"',
      'customMetadata.brand = "x"',
      '"name" = "x"',
      '"customMetadata.sale" > 1',
      '"customMetadata.stock" = "many"',
      '"embeddedMetadata.Make" = "Maker"',
      '"embeddedMetadata.LocationTaken" = "here"',
      `${'('.repeat(60)}name = "x"${')'.repeat(60)}`,
    ]) {
      const path = `/v1/files?searchQuery=${encodeURIComponent(query)}`;
      const { status, body } = await call(emulator, 'GET', path);
      assert.equal(status, 400, query);
      assert.match(body.message, /searchQuery/);
    }
  });

  test('tells what a picture holds', async () => {
    const [file] = await list(emulator, 'name=red_dress.jpg');
    const embedded = Object(Reflect.get(file ?? {}, 'embeddedMetadata'));
    assert.deepEqual(
      [embedded.Make, embedded.Keywords, embedded.DateTimeOriginal],
      ['Maker', ['bridge', 'river'], '2024-05-31T10:20:30.000Z'],
    );
    const { body } = await call(emulator, 'GET', `/v1/files/${file?.fileId ?? ''}/metadata`);
    const exif = Object(Reflect.get(body, 'exif'));
    assert.deepEqual([exif.image.Model, exif.gps.GPSLatitude], ['One', [51, 30, 18]]);
    assert.equal(Reflect.get(body, 'quality'), 80);
  });
});
