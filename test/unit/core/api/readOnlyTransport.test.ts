import assert from 'node:assert/strict';
import type { HttpRequest } from '../../../../src/core/api/httpTransport.ts';
import { readOnlyTransport } from '../../../../src/core/api/readOnlyTransport.ts';

suite('transport of a read-only account', () => {
  for (const [method, isSent] of [
    ['GET', true],
    ['HEAD', true],
    ['POST', false],
    ['PUT', false],
    ['PATCH', false],
    ['DELETE', false],
  ] as const) {
    test(`${method} is ${isSent ? 'sent' : 'refused before anything is sent'}`, async () => {
      const sent: HttpRequest[] = [];
      const transport = readOnlyTransport(async (request) => {
        sent.push(request);
        return {
          status: 200,
          header: () => undefined,
          text: async () => '',
          bytes: async () => new Uint8Array(),
        };
      });
      const sending = transport({ method, url: 'https://api.imagekit.io/v1/files' });
      if (isSent) await sending;
      else await assert.rejects(sending, { reason: 'readOnly' });
      assert.equal(sent.length, isSent ? 1 : 0);
    });
  }
});
