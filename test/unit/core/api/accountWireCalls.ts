import type { WireCall } from './wireCalls.ts';

const field = { id: 'c1', name: 'price', label: 'Price', schema: { type: 'Number', minValue: 1 } };
const saved = { id: 's1', name: 'cut', description: 'out', config: { name: 'remove-bg' } };
const named = { id: 'n1', name: 'small', transformation: 'w-9', enabled: true, createdAt: '2026' };
const origin = { id: 'o1', name: 'Shop', type: 'WEB_FOLDER', baseUrl: 'https://a.test' };
const urlEndpoint = { id: 'u1', description: 'Shop', origins: ['o1'], urlPrefix: 'shop' };

/** Calls about the account's own settings. */
export const accountCalls: readonly WireCall[] = [
  {
    name: 'customMetadataFields.create',
    ours: ({ customMetadataFields }) =>
      customMetadataFields.create({
        name: 'price',
        label: 'Price',
        schema: { type: 'Number', minValue: 1 },
      }),
    official: ({ customMetadataFields }) =>
      customMetadataFields.create({
        name: 'price',
        label: 'Price',
        schema: { type: 'Number', minValue: 1 },
      }),
    request: {
      method: 'POST',
      path: '/v1/customMetadataFields',
      json: { name: 'price', label: 'Price', schema: { type: 'Number', minValue: 1 } },
    },
    answer: { status: 201, body: field },
  },
  {
    name: 'customMetadataFields.list',
    ours: ({ customMetadataFields }) => customMetadataFields.list({}),
    official: ({ customMetadataFields }) => customMetadataFields.list({}),
    request: { method: 'GET', path: '/v1/customMetadataFields' },
    answer: { body: [field] },
  },
  {
    name: 'customMetadataFields.list',
    ours: ({ customMetadataFields }) =>
      customMetadataFields.list({ includeDeleted: true, folderPath: '/a' }),
    official: ({ customMetadataFields }) =>
      customMetadataFields.list({ includeDeleted: true, folderPath: '/a' }),
    request: {
      method: 'GET',
      path: '/v1/customMetadataFields',
      query: { includeDeleted: 'true', folderPath: '/a' },
    },
    answer: { body: [field] },
  },
  {
    name: 'customMetadataFields.update',
    ours: ({ customMetadataFields }) =>
      customMetadataFields.update('c1', { label: 'New', schema: { maxValue: 9 } }),
    official: ({ customMetadataFields }) =>
      customMetadataFields.update('c1', { label: 'New', schema: { maxValue: 9 } }),
    request: {
      method: 'PATCH',
      path: '/v1/customMetadataFields/c1',
      json: { label: 'New', schema: { maxValue: 9 } },
    },
    answer: { body: field },
  },
  {
    name: 'customMetadataFields.delete',
    ours: ({ customMetadataFields }) => customMetadataFields.delete('c1'),
    official: ({ customMetadataFields }) => customMetadataFields.delete('c1'),
    request: { method: 'DELETE', path: '/v1/customMetadataFields/c1' },
    answer: { status: 204 },
  },
  {
    name: 'savedExtensions.list',
    ours: ({ savedExtensions }) => savedExtensions.list(),
    official: ({ savedExtensions }) => savedExtensions.list(),
    request: { method: 'GET', path: '/v1/saved-extensions' },
    answer: { body: [saved] },
  },
  {
    name: 'savedExtensions.create',
    ours: ({ savedExtensions }) =>
      savedExtensions.create({
        name: 'cut',
        description: 'out',
        config: { name: 'remove-bg', options: { add_shadow: true } },
      }),
    official: ({ savedExtensions }) =>
      savedExtensions.create({
        name: 'cut',
        description: 'out',
        config: { name: 'remove-bg', options: { add_shadow: true } },
      }),
    request: {
      method: 'POST',
      path: '/v1/saved-extensions',
      json: {
        name: 'cut',
        description: 'out',
        config: { name: 'remove-bg', options: { add_shadow: true } },
      },
    },
    answer: { status: 201, body: saved },
  },
  {
    name: 'savedExtensions.get',
    ours: ({ savedExtensions }) => savedExtensions.get('s1'),
    official: ({ savedExtensions }) => savedExtensions.get('s1'),
    request: { method: 'GET', path: '/v1/saved-extensions/s1' },
    answer: { body: saved },
  },
  {
    name: 'savedExtensions.update',
    ours: ({ savedExtensions }) =>
      savedExtensions.update('s1', {
        config: { name: 'google-auto-tagging', minConfidence: 80, maxTags: 5 },
      }),
    official: ({ savedExtensions }) =>
      savedExtensions.update('s1', {
        config: { name: 'google-auto-tagging', minConfidence: 80, maxTags: 5 },
      }),
    request: {
      method: 'PATCH',
      path: '/v1/saved-extensions/s1',
      json: { config: { name: 'google-auto-tagging', minConfidence: 80, maxTags: 5 } },
    },
    answer: { body: saved },
  },
  {
    name: 'savedExtensions.delete',
    ours: ({ savedExtensions }) => savedExtensions.delete('s1'),
    official: ({ savedExtensions }) => savedExtensions.delete('s1'),
    request: { method: 'DELETE', path: '/v1/saved-extensions/s1' },
    answer: { status: 204 },
  },
  {
    name: 'namedTransformations.list',
    ours: ({ namedTransformations }) => namedTransformations.list(),
    official: ({ namedTransformations }) => namedTransformations.list(),
    request: { method: 'GET', path: '/v1/named-transformations' },
    answer: { body: [named] },
  },
  {
    name: 'namedTransformations.create',
    ours: ({ namedTransformations }) =>
      namedTransformations.create({ name: 'small', transformation: 'w-9' }),
    official: ({ namedTransformations }) =>
      namedTransformations.create({ name: 'small', transformation: 'w-9' }),
    request: {
      method: 'POST',
      path: '/v1/named-transformations',
      json: { name: 'small', transformation: 'w-9' },
    },
    answer: { status: 201, body: named },
  },
  {
    name: 'namedTransformations.get',
    ours: ({ namedTransformations }) => namedTransformations.get('n1'),
    official: ({ namedTransformations }) => namedTransformations.get('n1'),
    request: { method: 'GET', path: '/v1/named-transformations/n1' },
    answer: { body: named },
  },
  {
    name: 'namedTransformations.update',
    ours: ({ namedTransformations }) => namedTransformations.update('n1', { enabled: false }),
    official: ({ namedTransformations }) => namedTransformations.update('n1', { enabled: false }),
    request: { method: 'PATCH', path: '/v1/named-transformations/n1', json: { enabled: false } },
    answer: { body: named },
  },
  {
    name: 'namedTransformations.delete',
    ours: ({ namedTransformations }) => namedTransformations.delete('n1'),
    official: ({ namedTransformations }) => namedTransformations.delete('n1'),
    request: { method: 'DELETE', path: '/v1/named-transformations/n1' },
    answer: { status: 204 },
  },
  {
    name: 'accounts.usage.get',
    ours: ({ accounts }) => accounts.usage.get({ startDate: '2026-01-01', endDate: '2026-02-01' }),
    official: ({ accounts }) =>
      accounts.usage.get({ startDate: '2026-01-01', endDate: '2026-02-01' }),
    request: {
      method: 'GET',
      path: '/v1/accounts/usage',
      query: { startDate: '2026-01-01', endDate: '2026-02-01' },
    },
    answer: { body: { bandwidthBytes: 5 } },
  },
  {
    name: 'accounts.usageAnalytics.get',
    ours: ({ accounts }) =>
      accounts.usageAnalytics.get({ startDate: '2026-01-01', endDate: '2026-01-01' }),
    official: ({ accounts }) =>
      accounts.usageAnalytics.get({ startDate: '2026-01-01', endDate: '2026-01-01' }),
    request: {
      method: 'GET',
      path: '/v1/accounts/usage-analytics',
      query: { startDate: '2026-01-01', endDate: '2026-01-01' },
    },
    answer: {
      body: {
        startDate: '2026-01-01',
        endDate: '2026-01-01',
        country: { byRequests: [{ code: 'DE', requestCount: 1 }] },
      },
    },
  },
  {
    name: 'accounts.origins.list',
    ours: ({ accounts }) => accounts.origins.list(),
    official: ({ accounts }) => accounts.origins.list(),
    request: { method: 'GET', path: '/v1/accounts/origins' },
    answer: { body: [origin] },
  },
  {
    name: 'accounts.origins.create',
    ours: ({ accounts }) =>
      accounts.origins.create({
        type: 'WEB_FOLDER',
        name: 'Shop',
        baseUrl: 'https://a.test',
        forwardHostHeaderToOrigin: true,
      }),
    official: ({ accounts }) =>
      accounts.origins.create({
        type: 'WEB_FOLDER',
        name: 'Shop',
        baseUrl: 'https://a.test',
        forwardHostHeaderToOrigin: true,
      }),
    request: {
      method: 'POST',
      path: '/v1/accounts/origins',
      json: {
        type: 'WEB_FOLDER',
        name: 'Shop',
        baseUrl: 'https://a.test',
        forwardHostHeaderToOrigin: true,
      },
    },
    answer: { status: 201, body: origin },
  },
  {
    name: 'accounts.origins.get',
    ours: ({ accounts }) => accounts.origins.get('o1'),
    official: ({ accounts }) => accounts.origins.get('o1'),
    request: { method: 'GET', path: '/v1/accounts/origins/o1' },
    answer: { body: origin },
  },
  {
    name: 'accounts.origins.update',
    ours: ({ accounts }) =>
      accounts.origins.update('o1', {
        type: 'S3',
        name: 'Shop',
        bucket: 'b',
        accessKey: 'k',
        secretKey: 's',
        prefix: 'p',
      }),
    official: ({ accounts }) =>
      accounts.origins.update('o1', {
        type: 'S3',
        name: 'Shop',
        bucket: 'b',
        accessKey: 'k',
        secretKey: 's',
        prefix: 'p',
      }),
    request: {
      method: 'PUT',
      path: '/v1/accounts/origins/o1',
      json: { type: 'S3', name: 'Shop', bucket: 'b', accessKey: 'k', secretKey: 's', prefix: 'p' },
    },
    answer: { body: origin },
  },
  {
    name: 'accounts.origins.delete',
    ours: ({ accounts }) => accounts.origins.delete('o1'),
    official: ({ accounts }) => accounts.origins.delete('o1'),
    request: { method: 'DELETE', path: '/v1/accounts/origins/o1' },
    answer: { status: 204 },
  },
  {
    name: 'accounts.urlEndpoints.list',
    ours: ({ accounts }) => accounts.urlEndpoints.list(),
    official: ({ accounts }) => accounts.urlEndpoints.list(),
    request: { method: 'GET', path: '/v1/accounts/url-endpoints' },
    answer: { body: [urlEndpoint] },
  },
  {
    name: 'accounts.urlEndpoints.create',
    ours: ({ accounts }) =>
      accounts.urlEndpoints.create({
        description: 'Shop',
        origins: ['o1'],
        urlPrefix: 'shop',
        urlRewriter: { type: 'IMGIX' },
      }),
    official: ({ accounts }) =>
      accounts.urlEndpoints.create({
        description: 'Shop',
        origins: ['o1'],
        urlPrefix: 'shop',
        urlRewriter: { type: 'IMGIX' },
      }),
    request: {
      method: 'POST',
      path: '/v1/accounts/url-endpoints',
      json: {
        description: 'Shop',
        origins: ['o1'],
        urlPrefix: 'shop',
        urlRewriter: { type: 'IMGIX' },
      },
    },
    answer: { status: 201, body: urlEndpoint },
  },
  {
    name: 'accounts.urlEndpoints.get',
    ours: ({ accounts }) => accounts.urlEndpoints.get('u1'),
    official: ({ accounts }) => accounts.urlEndpoints.get('u1'),
    request: { method: 'GET', path: '/v1/accounts/url-endpoints/u1' },
    answer: { body: urlEndpoint },
  },
  {
    name: 'accounts.urlEndpoints.update',
    ours: ({ accounts }) => accounts.urlEndpoints.update('u1', { description: 'Shop' }),
    official: ({ accounts }) => accounts.urlEndpoints.update('u1', { description: 'Shop' }),
    request: {
      method: 'PUT',
      path: '/v1/accounts/url-endpoints/u1',
      json: { description: 'Shop' },
    },
    answer: { body: urlEndpoint },
  },
  {
    name: 'accounts.urlEndpoints.delete',
    ours: ({ accounts }) => accounts.urlEndpoints.delete('u1'),
    official: ({ accounts }) => accounts.urlEndpoints.delete('u1'),
    request: { method: 'DELETE', path: '/v1/accounts/url-endpoints/u1' },
    answer: { status: 204 },
  },
];
