import * as fc from 'fast-check';
import { transformationArbitrary } from './transformationArbitrary.ts';

const paths = [
  'a.jpg',
  'blog/café.png',
  'a.gif',
  'a.svg',
  'a.pdf/ik-thumbnail.jpg',
  'a.psd/ik-thumbnail.jpg',
  'movie',
  'movie/ik-video.mp4',
  'a.mp4',
  'a.mp4/ik-thumbnail.jpg',
  'a.mp4/ik-master.m3u8',
  'ik-genimg-prompt-a%20cat/cat.jpg',
  'a/b.jpg,l-end/x.jpg',
  '${folder}/a.jpg',
  '',
];
const queries = [
  '',
  'v=3',
  'tr=h-2',
  'tr=tr:w-3',
  'ik-t=1000',
  `ik-s=${'a'.repeat(40)}`,
  'ik-attachment=1',
  'n=ü',
  '&&=',
];

/** URLs under ImageKit’s own host, with a transformation in the path, in the query or nowhere. */
export const urlArbitrary: fc.Arbitrary<string> = fc
  .record({
    path: fc.constantFrom(...paths),
    query: fc.constantFrom(...queries),
    chain: transformationArbitrary,
    position: fc.constantFrom('path', 'query', 'none'),
  })
  .map(({ path, query, chain, position }) => {
    const before = position === 'path' ? `tr:${chain}/` : '';
    const parameters = [query, position === 'query' ? `tr=${chain}` : ''].filter(Boolean).join('&');
    return `https://ik.imagekit.io/demo/${before}${path}${parameters && `?${parameters}`}`;
  });
