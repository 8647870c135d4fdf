import assert from 'node:assert/strict';
import { holeEnd } from '../../../../src/core/text/interpolation.ts';

suite('interpolation hole', () => {
  const holes: readonly string[] = [
    '${width}',
    '${ { a: { b: 1 } }.a }',
    '{width}',
    '{{ width | round }}',
    '#{width}',
    '%s',
    '%d',
    '%2$s',
    '<?= $width ?>',
    '<?php echo "a > b" ?>',
    '<%= width %>',
    '$width',
    '$_GET2',
    '\\(width)',
    '\\(size(of: (1, 2)).w)',
    '{}',
  ];
  for (const hole of holes) {
    test(`ends behind ${hole}`, () => {
      assert.equal(holeEnd(hole, 0), hole.length);
      assert.equal(holeEnd(`w-${hole},h-1`, 2), 2 + hole.length);
    });
  }

  for (const text of [
    '',
    'a',
    '%20',
    '%2C',
    '%d0%9f',
    '%DF',
    '%',
    '$5',
    '$',
    '\\n',
    '\\(a',
    '#',
    '#fff',
    '<',
    '<b>',
    '}',
    '{',
    '${a',
  ]) {
    test(`does not begin at ${text || 'the end'}`, () => assert.equal(holeEnd(text, 0), undefined));
  }

  test('has an end within 500 characters, or is none', () => {
    assert.equal(holeEnd(`{${'a'.repeat(400)}}`, 0), 402);
    assert.equal(holeEnd(`{${'a'.repeat(600)}}`, 0), undefined);
    assert.equal(holeEnd(`<?${'a'.repeat(600)}?>`, 0), undefined);
  });
});
