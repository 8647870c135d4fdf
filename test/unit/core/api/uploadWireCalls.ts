import type { FileUploadParams } from '../../../../src/core/api/upload/uploadParams.ts';
import { exampleFile } from './recordingTransport.ts';
import type { WireCall, WireRequest } from './wireCalls.ts';

const everything = {
  file: new File(['bytes'], 'ä b.jpg', { type: 'image/jpeg' }),
  fileName: 'ä b.jpg',
  folder: '/new/folder',
  useUniqueFileName: false,
  tags: ['red', 'big dress'],
  isPrivateFile: true,
  isPublished: false,
  customCoordinates: '1,2,30,40',
  responseFields: ['tags', 'metadata'],
  extensions: [{ name: 'remove-bg', options: { add_shadow: true } }],
  webhookUrl: 'https://example.test/hook',
  overwriteFile: true,
  overwriteAITags: false,
  overwriteTags: false,
  overwriteCustomMetadata: true,
  customMetadata: { brand: 'x', price: 3 },
  transformation: { pre: 'w-300', post: [{ type: 'abs', value: 'sr-240', protocol: 'hls' }] },
  checks: '"file.size" < "1mb"',
  description: 'two\nlines',
} satisfies FileUploadParams;

const everyField: NonNullable<WireRequest['form']> = {
  file: 'ä b.jpg',
  fileName: 'ä b.jpg',
  folder: '/new/folder',
  useUniqueFileName: 'false',
  tags: 'red,big dress',
  isPrivateFile: 'true',
  isPublished: 'false',
  customCoordinates: '1,2,30,40',
  responseFields: 'tags,metadata',
  extensions: '[{"name":"remove-bg","options":{"add_shadow":true}}]',
  webhookUrl: 'https://example.test/hook',
  overwriteFile: 'true',
  overwriteAITags: 'false',
  overwriteTags: 'false',
  overwriteCustomMetadata: 'true',
  customMetadata: '{"brand":"x","price":3}',
  transformation: '{"pre":"w-300","post":[{"type":"abs","value":"sr-240","protocol":"hls"}]}',
  checks: '"file.size" < "1mb"',
  description: 'two\nlines',
};

const fromUrl = { file: 'https://example.test/a b.jpg', fileName: 'a.jpg' };
const answer = { body: exampleFile };

export const uploadCalls: readonly WireCall[] = [
  {
    name: 'files.upload',
    ours: ({ files }) => files.upload(everything),
    official: ({ files }) => files.upload(everything),
    request: { method: 'POST', path: '/api/v1/files/upload', form: everyField },
    answer,
  },
  {
    name: 'files.upload',
    ours: ({ files }) => files.upload(fromUrl),
    official: ({ files }) => files.upload(fromUrl),
    request: { method: 'POST', path: '/api/v1/files/upload', form: fromUrl },
    answer,
  },
  {
    name: 'beta.v2.files.upload',
    ours: ({ beta }) => beta.v2.files.upload(everything),
    official: ({ beta }) => beta.v2.files.upload(everything),
    request: { method: 'POST', path: '/api/v2/files/upload', form: everyField },
    answer,
  },
];
