import type * as v from 'valibot';
import type { ApiSender } from './apiRequest.ts';
import { decode } from './decode.ts';
import type { ApiCaller, CallInput, Endpoint } from './endpoint.ts';
import { ensure } from './ensure.ts';
import { t } from '../text/l10n.ts';

type AnyInput = CallInput<string> & { readonly path?: Readonly<Record<string, string>> };

export function createApiCaller(send: ApiSender): ApiCaller {
  return async <Schema extends v.GenericSchema>(
    { method, path: template, what, answer, repeat }: Endpoint<Endpoint['path'], Schema>,
    { path = {}, query, body, signal, repeat: ownRepeat = repeat }: AnyInput = {},
  ) => {
    const received = await send({
      method,
      host: 'api',
      path: fillPath(template, path),
      template,
      repeat: ownRepeat,
      query,
      body: body && { kind: 'json', value: body },
      signal,
    });
    return decode(answer, received, what);
  };
}

function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    ensure(value.trim() !== '', name, t('The {words} is empty.', { words }));
    // Encoding leaves dots alone, and a URL parser would resolve them away.
    ensure(!/^\.{1,2}$/.test(value), name, t('"{value}" is not a {words}.', { value, words }));
    return encodeURIComponent(value);
  });
}
