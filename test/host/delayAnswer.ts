import assert from 'node:assert/strict';

/**
 * Lets the emulator wait before it looks at the next request for something.
 * @param path The beginning of the path of the request.
 */
export async function delayAnswer(
  emulatorOrigin: string,
  path: string,
  delayMs: number,
): Promise<void> {
  const { status } = await fetch(`${emulatorOrigin}/__emulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ match: { path }, times: 1, delayMs }]),
  });
  assert.equal(status, 204);
}
