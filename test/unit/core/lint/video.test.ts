import { testRules } from './lintCase.ts';

const video = ['video'] as const;
const image = ['image'] as const;
const base = 'https://ik.imagekit.io/demo';

suite('lint: video and delivery', () => {
  testRules([
    { code: 'V01', text: '«if-w_gt_3»,w-2,if-end', targets: video },
    { code: 'V01', text: `${base}/tr:«if-w_gt_3»,w-2,if-end/a.gif` },
    { code: 'V01', text: 'if-w_gt_3,w-2,if-end', targets: image },
    { code: 'V02', text: 'w-200,«bl-5»', fixed: 'w-200', targets: video },
    { code: 'V02', text: 'w-200,bl-5' },
    { code: 'V02', text: 'w-200,q-50,so-3', targets: video },
    { code: 'V03', text: '«rt-45»', fixed: 'rt-90', targets: video },
    { code: 'V03', text: '«rt-N90»', fixed: 'rt-270', targets: video },
    { code: 'V03', text: 'rt-90', targets: video },
    { code: 'V03', text: 'rt-45', targets: image },
    { code: 'V04', text: '«f-mp4»,vc-vp9' },
    { code: 'V04', text: 'f-webm,ac-opus,vc-av1' },
    { code: 'V04', text: 'f-jpg,q-50' },
    { code: 'V05', text: 'ac-none,«vc-none»' },
    { code: 'V05', text: 'vc-none' },
    { code: 'V06', text: `${base}/a.mp4/«ik-master.m3u8»` },
    { code: 'V06', text: `${base}/a.mp4/ik-master.m3u8?tr=n-stream` },
    { code: 'V06', text: `${base}/a.mp4/ik-master.m3u8?tr=sr-480_720` },
    { code: 'V06', text: `${base}/a.mp4?tr=«sr-480_720»` },
    {
      code: 'V06',
      text: `${base}/a.mp4/ik-master.m3u8?tr=sr-480_«721»`,
      fixed: `${base}/a.mp4/ik-master.m3u8?tr=sr-480_720`,
    },
    {
      code: 'V07',
      text: `${base}/a.mp4/ik-master.m3u8?tr=sr-480,«w-300»`,
      fixed: `${base}/a.mp4/ik-master.m3u8?tr=sr-480`,
    },
    { code: 'V07', text: `${base}/a.mp4/ik-master.m3u8?tr=sr-480,so-3` },
    { code: 'V08', text: 'so-5,«eo-3»' },
    { code: 'V08', text: '«so-1.234»' },
    { code: 'V08', text: 'so-1,eo-3,«du-2»' },
    { code: 'V08', text: 'so-1.25,eo-3' },
    { code: 'V09', text: 'w-300,«so-3»', fixed: 'w-300', targets: image },
    { code: 'V09', text: 'w-300,so-3' },
    {
      code: 'V10',
      text: `${base}/a.mp4/ik-thumbnail.jpg?tr=w-300,«bl-3»`,
      fixed: `${base}/a.mp4/ik-thumbnail.jpg?tr=w-300`,
    },
    { code: 'V10', text: `${base}/a.mp4/ik-thumbnail.jpg?tr=w-300,so-3` },
    { code: 'V11', text: `«${base}/movie?tr=so-3»` },
    { code: 'V11', text: `${base}/movie/ik-video.mp4?tr=so-3` },
    { code: 'V12', text: '«vc-av1»' },
    { code: 'V12', text: 'vc-h264' },
    { code: 'V13', text: '«w-0.5»', fixed: 'w-iw_mul_0.5', targets: video },
    { code: 'V13', text: 'w-0.5', targets: image },
    {
      code: 'V14',
      text: `${base}/a.jpg?«ik-t=1000»&ik-s=${'a'.repeat(40)}`,
      source: { now: 2_000_000 },
    },
    {
      code: 'V14',
      text: `${base}/a.jpg?ik-t=3000&ik-s=${'a'.repeat(40)}`,
      source: { now: 2_000_000 },
    },
    { code: 'V14', text: `${base}/a.jpg?«ik-t=9999»` },
    { code: 'V14', text: `${base}/a.jpg?«ik-s=ABC»` },
    { code: 'V15', text: `${base}/a.jpg?«ik-s=${'a'.repeat(40)}»` },
    {
      code: 'V16',
      text: `${base}/a.jpg?«ik-attachment=1»`,
      fixed: `${base}/a.jpg?ik-attachment=true`,
    },
    { code: 'V16', text: `${base}/a.jpg?ik-attachment=true` },
    { code: 'V17', text: `${base}/a.jpg?tr=«w-\${width}»` },
    { code: 'V17', text: `${base}/a.jpg?tr=w-300` },
    { code: 'S23', text: `${base}/a.jpg?tr=«tr:»w-3`, fixed: `${base}/a.jpg?tr=w-3` },
    { code: 'S23', text: `${base}/tr:w-3/a.jpg?«tr=h-2»` },
    { code: 'S23', text: `${base}/tr:w-3/a.jpg` },
    { code: 'S24', text: `${base}/caf«é».jpg`, fixed: `${base}/caf%C3%A9.jpg` },
    { code: 'S24', text: `${base}/caf%C3%A9.jpg` },
  ]);
});
