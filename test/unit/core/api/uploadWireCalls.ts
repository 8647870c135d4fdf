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

/** Texts that stand for bytes, and a file of which nobody knows the type. */
const others = [
  { file: 'aGVsbG8=', fileName: 'base64.txt' },
  { file: 'data:text/plain;base64,aGVsbG8=', fileName: 'data.txt' },
];
const untyped = new File([new Uint8Array([0, 255, 13, 10, 45, 45])], 'x.bin');

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
  ...others.map((text): WireCall => ({
    name: 'files.upload',
    ours: ({ files }) => files.upload(text),
    official: ({ files }) => files.upload(text),
    request: { method: 'POST', path: '/api/v1/files/upload', form: text },
    answer,
  })),
  {
    name: 'files.upload',
    ours: ({ files }) => files.upload({ file: untyped, fileName: untyped.name }),
    official: ({ files }) => files.upload({ file: untyped, fileName: untyped.name }),
    request: {
      method: 'POST',
      path: '/api/v1/files/upload',
      form: { file: untyped.name, fileName: untyped.name },
    },
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
