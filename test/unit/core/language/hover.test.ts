import assert from 'node:assert/strict';
import { findImageKitUrlAt } from '../../../../src/core/language/findImageKitUrls.ts';
import {
  describeUrl,
  getParameterHover,
  type UrlDescription,
} from '../../../../src/core/language/hover.ts';
import { atCursor } from './cursor.ts';

/** What a hover says at the `|` of a path under ImageKit's demo endpoint. */
function describe(path: string): UrlDescription {
  const { text, offset } = atCursor(`"https://ik.imagekit.io/demo${path}"`);
  const url = findImageKitUrlAt(text, offset, []);
  assert(url, text);
  return describeUrl(url, offset);
}

suite('hover on a URL', () => {
  test('explains each step and says what it costs', () => {
    const { steps, cost } = describe('/tr:w-300,h-200:e-bgremove/a|.jpg');
    assert.deepEqual(steps, ['Resize to 300 × 200 px', 'Remove the background']);
    assert.equal(cost, 'extensionUnits');
  });

  test('tells what stands behind the name of a transformation that is known', () => {
    const url = findImageKitUrlAt('https://ik.imagekit.io/demo/tr:n-card:rt-90/a.jpg', 0, []);
    assert(url);
    const known = describeUrl(url, 0, { named: new Map([['card', 'tr:w-400,h-300:f-webp']]) });
    assert.deepEqual(known.steps, [
      'Apply the named transformation card: Resize to 400 × 300 px; Convert to WebP',
      'Rotate by 90°',
    ]);
    assert.deepEqual(known.size, { width: 300, height: 400 });
    assert.equal(describeUrl(url, 0).steps[0], 'Apply the named transformation card');
  });

  test('has no steps for a URL without transformation', () => {
    assert.deepEqual(describe('/a|.jpg').steps, []);
  });

  const complete: Readonly<Record<string, boolean>> = {
    '/a.jpg|': true,
    '/tr:w-300:rt-90/a.jpg|': true,
    '/tr:l-text,i-Hi,l-end/a.jpg|': true,
    '/tr:e-grayscale/a.jpg|': true,
    // Lower-case percent-encoding is no %d of a template.
    '/%d0%ba%d0%be%d1%82.jpg|': true,
    '/tr:n-thumb/blog/a|': true,
    '/|': false,
    '|': false,
    '/tr:w-300|': false,
    '/tr:w-300/|': false,
    '/tr:w-/a.jpg|': false,
    '/tr:w/a.jpg|': false,
    '/tr:w-300,/a.jpg|': false,
    '/tr:l-text,i-Hi/a.jpg|': false,
    '/tr:w-${width}/a.jpg|': false,
    '/{{ path }}|': false,
  };
  for (const [path, isComplete] of Object.entries(complete)) {
    test(`${path} is ${isComplete ? 'complete' : 'not complete, so that it is not loaded'}`, () => {
      assert.equal(describe(path).isComplete, isComplete);
    });
  }

  test('describes the parameter under the cursor', () => {
    assert.match(describe('/tr:w-300,c-at|_max/a.jpg').part ?? '', /^\*\*c\*\* · crop/);
    assert.equal(describe('/tr:w-300,c-at_max/a|.jpg').part, undefined);
    assert.equal(describe('/tr:unknown-|3/a.jpg').part, undefined);
  });

  test('describes the path token or query key under the cursor', () => {
    const part = (path: string): string => describe(path).part?.replaceAll(/\s+/g, ' ') ?? '';
    assert.equal(
      part('/a.mp4/ik-gensub|title.vtt'),
      '**ik-gensubtitle.vtt** Subtitles that AI makes of the sound. Costs 2 extension units a minute ' +
        'the first time, and 2 more a minute for each translation. ' +
        '[ImageKit documentation](https://imagekit.io/docs/video-player/subtitles-and-chapters)',
    );
    assert.match(part('/ik-genimg|-prompt-cat/cat.jpg'), /^\*\*ik-genimg-prompt-cat\*\* A picture/);
    assert.match(part('/a.jpg?v=1&ik-t=1|23'), /^\*\*ik-t\*\* When the signature expires/);
    assert.match(part('/a.jpg?ik-sanitizeSvg=|true'), /does not confirm this/);
    assert.equal(part('/a.jpg?v=|1'), '');
  });
});

suite('hover on a parameter', () => {
  const hover = (marked: string): readonly [part: string, markdown: string] | undefined => {
    const { text, offset } = atCursor(marked);
    const found = getParameterHover(text, offset, []);
    return found && [text.slice(found.range.start, found.range.end), found.markdown];
  };

  test('says what it does, what it takes, and where to read on', () => {
    const [part, markdown] = hover("'tr:w-300,q|-60'") ?? [];
    assert.equal(part, 'q-60');
    assert.equal(
      markdown,
      [
        '**q** · quality',
        'Quality of lossy formats: lower is smaller.',
        'Value: integer 1–100; default 80, for videos 50',
        'Example: `q-60`',
        '[ImageKit documentation](https://imagekit.io/docs/image-optimization#quality---q)',
      ].join('\n\n'),
    );
  });

  test('says what the value means that it has', () => {
    assert.match(
      hover("'tr:c-for|ce'")?.[1] ?? '',
      /`force`: Exact size; the picture is stretched/,
    );
  });

  test('says what costs units', () => {
    assert.match(hover("'tr:e-edit-pro|mpt-rain'")?.[1] ?? '', /Costs extension units/);
    assert.match(hover("'tr:bg-gen|fill'")?.[1] ?? '', /Costs extension units/);
    assert.doesNotMatch(hover("'tr:bg-r|ed'")?.[1] ?? '', /Costs/);
  });

  test('shows forms in angle brackets as text, not as HTML', () => {
    assert.match(hover("'tr:b|-5_red'")?.[1] ?? '', /Value: \\<width in px\\>\\_\\<colour\\>/);
  });

  for (const [marked, part] of [
    ['`${base}/tr:w-300,h-${height / 2|}/a.jpg`', 'h-${height / 2}'],
    ['"https://ik.imagekit.io/demo/a.jpg?tr=l-text,i-Hi,f|s-20,l-end"', 'fs-20'],
    ["'tr:l-te|xt,i-Hi,l-end'", 'l-text'],
    ["'tr:l-text,i-Hi,l-e|nd'", 'l-end'],
    ["'tr:if-w_gt_9,w-3,if-en|d'", 'if-end'],
    ["'tr:l-image,i-a.png,l-text,i-Hi,p|a-3,l-end,l-end'", 'pa-3'],
    ["'tr:if-w_gt_9,w-3,if-else,h|-4,if-end'", 'h-4'],
  ] as const) {
    test(`finds ${part} at ${marked}`, () => assert.equal(hover(marked)?.[0], part));
  }

  for (const marked of ["'tr:unkn|own-3'", "'tr:|'", '"a|"', 'tr: a|b']) {
    test(`says nothing at ${marked}`, () => assert.equal(hover(marked), undefined));
  }
});
