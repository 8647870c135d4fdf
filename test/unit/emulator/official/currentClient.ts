import ImageKit from '@imagekit/nodejs';
import type { Emulator } from '../../../emulator/startEmulator.ts';

export interface WatchedClient {
  readonly client: ImageKit;
  /** The methods of resources (`files`, `files.bulk`) that no test has called yet. */
  readonly uncalled: (...resources: readonly string[]) => string[];
}

type Resource = Record<string, unknown>;

/** ImageKit's own Node client (version 7), pointed at the emulator; it notes what is called. */
export function connectClient(emulator: Emulator): WatchedClient {
  const client = new ImageKit({
    privateKey: emulator.privateKey,
    baseURL: emulator.origin,
    maxRetries: 0,
  });
  const known = new Set<string>();
  const called = new Set<string>();
  const watch = (object: object, path: string): void => {
    const resource = object as Resource;
    for (const [name, value] of Object.entries(resource)) {
      if (isResource(value, client)) watch(value, `${path}${name}.`);
    }
    for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(resource))) {
      const method = resource[name];
      if (path === '' || name === 'constructor' || typeof method !== 'function') continue;
      known.add(path + name);
      resource[name] = (...values: unknown[]): unknown => {
        called.add(path + name);
        return method.apply(resource, values);
      };
    }
  };
  watch(client, '');
  return {
    client,
    uncalled: (...resources) =>
      [...known].filter(
        (name) => !called.has(name) && resources.includes(name.slice(0, name.lastIndexOf('.'))),
      ),
  };
}

function isResource(value: unknown, client: ImageKit): value is object {
  return typeof value === 'object' && value !== null && Reflect.get(value, '_client') === client;
}
