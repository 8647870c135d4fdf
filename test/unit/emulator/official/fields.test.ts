import assert from 'node:assert/strict';
import type ImageKit from '@imagekit/nodejs';
import { BadRequestError, ConflictError, NotFoundError, toFile } from '@imagekit/nodejs';
import { startEmulator } from '../../../emulator/startEmulator.ts';
import type { Emulator } from '../../../emulator/startEmulator.ts';
import { call, get, twoColors } from '../emulatorClient.ts';
import { connectClient } from './currentClient.ts';
import type { WatchedClient } from './currentClient.ts';

suite('emulator: fields, extensions and names with the official client', () => {
  let emulator: Emulator;
  let watched: WatchedClient;
  let client: ImageKit;

  suiteSetup(async () => {
    emulator = await startEmulator({ seed: false, testControls: true });
    watched = connectClient(emulator);
    ({ client } = watched);
  });
  setup(async () => {
    await call(emulator, 'POST', '/__emulator/reset');
  });
  suiteTeardown(async () => {
    await emulator.stop();
  });

  async function send(more: Partial<ImageKit.FileUploadParams> = {}): Promise<string> {
    const sent = await client.files.upload({
      file: await toFile(await twoColors(100, 50), 'x.png'),
      fileName: 'x.png',
      useUniqueFileName: false,
      ...more,
    });
    return sent.fileId ?? '';
  }

  test('creates, changes and deletes custom metadata fields', async () => {
    const price = await client.customMetadataFields.create({
      name: 'price',
      label: 'Price',
      description: 'In euro',
      schema: { type: 'Number', minValue: 1, maxValue: 10 },
    });
    assert.deepEqual(await client.customMetadataFields.list(), [price]);
    const again = { name: 'price', label: 'Other', schema: { type: 'Text' } } as const;
    await assert.rejects(client.customMetadataFields.create(again), BadRequestError);
    const changed = await client.customMetadataFields.update(price.id, {
      label: 'Net price',
      schema: { maxValue: 20 },
    });
    assert.deepEqual(changed.schema, { type: 'Number', minValue: 1, maxValue: 20 });
    const id = await send({ customMetadata: { price: 15 } });
    await client.customMetadataFields.delete(price.id);
    assert.deepEqual((await client.files.get(id)).customMetadata, {});
    assert.deepEqual(await client.customMetadataFields.list(), []);
    assert.equal((await client.customMetadataFields.list({ includeDeleted: true })).length, 1);
    await assert.rejects(client.customMetadataFields.create(again), BadRequestError);
    await assert.rejects(client.customMetadataFields.update(price.id, {}), BadRequestError);
    await assert.rejects(client.customMetadataFields.delete('none'), NotFoundError);
  });

  test('refuses bad schemas and says what is wrong', async () => {
    const schemas = [
      [{ type: 'Number', minValue: 'x' }, 'minValue'],
      [{ type: 'SingleSelect' }, 'selectOptions'],
      [{ type: 'Text', isValueRequired: true }, 'defaultValue'],
      [{ type: 'MultiSelect', selectOptions: ['a'], defaultValue: ['b'] }, 'defaultValue'],
      [{ type: 'Boolean', maxLength: 3 }, 'maxLength'],
    ] as const;
    for (const [schema, member] of schemas) {
      const body = { name: 'f', label: 'F', schema };
      const answer = await call(emulator, 'POST', '/v1/customMetadataFields', body);
      assert.equal(answer.status, 400, member);
      assert.deepEqual(Object.keys(Object(Reflect.get(answer.body, 'errors'))), [member]);
    }
  });

  test('checks the custom metadata of uploads and updates', async () => {
    const create = client.customMetadataFields.create.bind(client.customMetadataFields);
    await create({
      name: 'brand',
      label: 'Brand',
      schema: { type: 'SingleSelect', selectOptions: ['A', 'B'] },
    });
    await create({ name: 'note', label: 'Note', schema: { type: 'Text', maxLength: 3 } });
    const id = await send({ customMetadata: { brand: 'A', note: 'ok' } });
    const cleared = await client.files.update(id, { customMetadata: { note: null } });
    assert.deepEqual(cleared.customMetadata, { brand: 'A' });
    const found = await client.assets.list({ searchQuery: '"customMetadata.brand" = "A"' });
    assert.equal(found.length, 1);
    for (const [customMetadata, fields] of [
      [{ brand: 'C', note: 'long' }, ['brand', 'note']],
      [{ colour: 'red' }, ['colour']],
    ] as const) {
      await assert.rejects(client.files.update(id, { customMetadata }), (error: unknown) => {
        assert(error instanceof BadRequestError);
        assert.deepEqual(Object.keys(Object(Reflect.get(Object(error.error), 'errors'))), fields);
        return true;
      });
    }
    await create({
      name: 'size',
      label: 'Size',
      schema: { type: 'Text', isValueRequired: true, defaultValue: 'M' },
    });
    await assert.rejects(send({ customMetadata: { brand: 'A' } }), BadRequestError);
    const other = await send({ fileName: 'y.png' });
    assert.deepEqual((await client.files.get(other)).customMetadata, { size: 'M' });
  });

  test('keeps saved extensions and uses them', async () => {
    const config = { name: 'google-auto-tagging', minConfidence: 10, maxTags: 1 } as const;
    const fields = { name: 'Tags', description: 'One tag', config };
    const saved = await client.savedExtensions.create(fields);
    const id = saved.id ?? '';
    assert.deepEqual(await client.savedExtensions.get(id), saved);
    assert.equal((await client.savedExtensions.update(id, { name: 'Tag' })).name, 'Tag');
    assert.equal((await client.savedExtensions.list()).length, 1);
    const extensions = [{ name: 'saved-extension', id }] as const;
    const file = await send({ extensions: [...extensions] });
    assert.equal((await client.files.get(file)).AITags?.length, 1);
    await client.savedExtensions.delete(id);
    await assert.rejects(send({ extensions: [...extensions] }), BadRequestError);
    await assert.rejects(client.savedExtensions.get(id), NotFoundError);
    const nested = { ...fields, config: { name: 'saved-extension', id } };
    assert.equal((await call(emulator, 'POST', '/v1/saved-extensions', nested)).status, 400);
  });

  test('applies named transformations to deliveries', async () => {
    await send({ isPrivateFile: true });
    const width = async (): Promise<string | undefined> => {
      const { response, bytes } = await get(emulator, '/tr:n-small/x.png');
      if (response.status !== 200) return String(response.status);
      return String(bytes.readUInt32BE(16));
    };
    assert.equal(await width(), '400');
    const small = { name: 'small', transformation: 'w-40' };
    const named = await client.namedTransformations.create(small);
    assert.deepEqual([named.enabled, await width()], [true, '40']);
    await assert.rejects(client.namedTransformations.create(small), BadRequestError);
    await client.namedTransformations.update(named.id, { transformation: 'w-20' });
    assert.equal(await width(), '20');
    await client.namedTransformations.update(named.id, { enabled: false });
    assert.equal(await width(), '400');
    assert.equal((await client.namedTransformations.list()).length, 1);
    assert.equal((await client.namedTransformations.get(named.id)).enabled, false);
    const used = { uploadTransformations: ['w-1,n-small'] };
    await call(emulator, 'PATCH', '/__emulator/settings', used);
    await assert.rejects(client.namedTransformations.delete(named.id), ConflictError);
    await call(emulator, 'PATCH', '/__emulator/settings', { uploadTransformations: [] });
    await client.namedTransformations.delete(named.id);
    await assert.rejects(client.namedTransformations.get(named.id), NotFoundError);
    const bad = { name: 'not-good', transformation: 'w-1' };
    await assert.rejects(client.namedTransformations.create(bad), BadRequestError);
  });

  test('has called every method of fields, extensions and names', () => {
    const resources = ['customMetadataFields', 'savedExtensions', 'namedTransformations'];
    assert.deepEqual(watched.uncalled(...resources), []);
  });
});
