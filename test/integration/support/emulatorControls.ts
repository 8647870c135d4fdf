import assert from 'node:assert/strict';

/** One request as the emulator recorded it. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  readonly completed: boolean;
  readonly bodyBytes: number;
}

/** What the emulator shall do to the next requests; see test/emulator/controls. */
export interface Fault {
  readonly match: { readonly method?: string; readonly path: string };
  readonly times: number;
  readonly status?: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  readonly drop?: 'before' | 'during';
}

const { IMAGEKIT_EMULATOR_ORIGIN } = process.env;
assert(IMAGEKIT_EMULATOR_ORIGIN, 'the runner starts the emulator and names it');

export const emulatorOrigin = IMAGEKIT_EMULATOR_ORIGIN;
export const urlEndpoint = `${emulatorOrigin}/demo`;

const authorization = `Basic ${Buffer.from('private_emulator:').toString('base64')}`;

export const emulator = {
  reset: () => control('POST', '/__emulator/reset'),
  addFaults: (...faults: readonly Fault[]) => control('POST', '/__emulator/faults', faults),
  clearFaults: () => control('DELETE', '/__emulator/faults'),
  clearRequests: () => control('DELETE', '/__emulator/requests'),
  async requests(): Promise<readonly RecordedRequest[]> {
    const response = await fetch(`${emulatorOrigin}/__emulator/requests`);
    return (await response.json()) as RecordedRequest[];
  },
  /** The library as the API tells it, past everything that the extension remembers. */
  async list(path: string): Promise<readonly { readonly name: string; readonly size?: number }[]> {
    const response = await fetch(
      `${emulatorOrigin}/v1/files?type=all&path=${encodeURIComponent(path)}`,
      { headers: { authorization } },
    );
    assert.equal(response.status, 200);
    return (await response.json()) as { name: string }[];
  },
};

async function control(method: string, path: string, body?: unknown): Promise<void> {
  const response = await fetch(`${emulatorOrigin}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  assert(response.ok, `${method} ${path}: ${response.status}`);
}
