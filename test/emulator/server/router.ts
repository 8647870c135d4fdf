import { ApiError } from './apiError.ts';
import type { Exchange } from './exchange.ts';

export type Handler = (exchange: Exchange) => Promise<void> | void;

export interface Route {
  readonly method: string;
  /** Segments; one that starts with a colon reads a parameter: `/v1/files/:fileId`. */
  readonly pattern: string;
  readonly handle: Handler;
}

/** Finds the route of a request; the first that fits wins, so fixed paths go before parameters. */
export async function dispatch(routes: readonly Route[], exchange: Exchange): Promise<void> {
  for (const route of routes) {
    if (route.method !== exchange.method) continue;
    const parameters = readParameters(route.pattern, exchange.path);
    if (parameters === undefined) continue;
    await route.handle({ ...exchange, parameters });
    return;
  }
  throw new ApiError(404, 'The requested endpoint does not exist.');
}

function readParameters(pattern: string, path: string): Record<string, string> | undefined {
  const expected = pattern.split('/');
  const actual = path.replace(/(?<=.)\/$/, '').split('/');
  if (expected.length !== actual.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const text = actual[index] ?? '';
    if (!segment.startsWith(':')) {
      if (segment !== text) return undefined;
    } else {
      try {
        parameters[segment.slice(1)] = decodeURIComponent(text);
      } catch {
        return undefined;
      }
    }
  }
  return parameters;
}
