import type { Account } from '../account/account.ts';
import { demoKeys } from '../auth/demoKeys.ts';
import type { Exchange } from '../server/exchange.ts';

/** Counts an answer of the delivery host for the usage of the account, once it is sent. */
export function recordDelivery({ library, records, traffic }: Account, exchange: Exchange): void {
  const { request, response, path, query } = exchange;
  response.on('finish', () => {
    const text = (name: string): string => String(response.getHeader(name) ?? '');
    const inPath = path.split('/').find((segment) => segment.startsWith('tr:'));
    const inQuery = query.get('tr');
    const [, , first = ''] = path.split('/');
    const endpoint = records.urlEndpoints.all().find(({ urlPrefix }) => urlPrefix === first);
    traffic.record({
      at: Date.now(),
      status: response.statusCode,
      bytes: exchange.method === 'HEAD' ? 0 : Number(text('content-length') || '0'),
      url: library.urlEndpoint() + path.slice(demoKeys.id.length + 1),
      mime: text('content-type').split(';', 1).join(''),
      transformation: inPath ?? (inQuery === null ? '' : `tr:${inQuery}`),
      urlEndpoint: endpoint === undefined || first === '' ? 'Default' : first,
      userAgent: request.headers['user-agent'] ?? '',
      referrer: request.headers.referer ?? '',
      cacheHit: text('x-cache').startsWith('Hit'),
      error: text('ik-error').split(' ', 1).join(''),
    });
  });
}
