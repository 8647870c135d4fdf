import assert from 'node:assert/strict';
import { AnswerCache } from '../../../../src/core/library/answerCache.ts';

/** A cache, its clock, and a service that answers when it is told to. */
function setUp(mostKept = 10) {
  let time = 0;
  const asked: string[] = [];
  const waiting: ((answer: string) => void)[] = [];
  const cache = new AnswerCache<string>({
    lifetimeOf: (answer) => (answer.startsWith('error') ? 0 : 100),
    mostKept,
    now: () => time,
  });
  const find = (question: string, signal?: AbortSignal): Promise<string> =>
    cache.find(
      question,
      () => {
        asked.push(question);
        return new Promise((resolve) => waiting.push(resolve));
      },
      signal,
    );
  return {
    cache,
    asked,
    find,
    answer: (text: string) => waiting.shift()?.(text),
    passTime: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

suite('answers that are kept', () => {
  test('are given again for their lifetime, and then asked for again', async () => {
    const { cache, asked, find, answer, passTime } = setUp();
    const first = find('a');
    const second = find('a');
    answer('one');
    assert.deepEqual(await Promise.all([first, second]), ['one', 'one']);
    passTime(99);
    assert.equal(await find('a'), 'one');
    passTime(1);
    assert.equal(cache.get('a'), undefined);
    const later = find('a');
    answer('two');
    assert.equal(await later, 'two');
    assert.deepEqual(asked, ['a', 'a']);
  });

  test('leave out what has no lifetime, and what failed', async () => {
    const { cache, find, answer } = setUp();
    const refused = find('a');
    answer('error 429');
    assert.equal(await refused, 'error 429');
    assert.equal(cache.get('a'), undefined);
    const failing = cache.find('b', () => Promise.reject(new Error('no network')));
    await assert.rejects(failing, /no network/);
    assert.equal(await cache.find('b', () => Promise.resolve('there')), 'there');
  });

  test('are no longer given once something changed, also those that were on their way', async () => {
    const { cache, asked, find, answer } = setUp();
    const kept = find('a');
    answer('old');
    await kept;
    const onItsWay = find('b');
    cache.clear();
    answer('old');
    assert.equal(await onItsWay, 'old');
    for (const question of ['a', 'b']) {
      assert.equal(cache.get(question), undefined);
      const again = find(question);
      answer('new');
      assert.equal(await again, 'new');
    }
    assert.deepEqual(asked, ['a', 'b', 'a', 'b']);
  });

  test('make room for newer ones', async () => {
    const { cache, find, answer } = setUp(2);
    for (const question of ['a', 'b', 'c']) {
      const found = find(question);
      answer(question);
      await found;
    }
    assert.deepEqual(
      ['a', 'b', 'c'].map((question) => cache.get(question)),
      [undefined, 'b', 'c'],
    );
  });

  test('are not waited for by somebody who gave up', async () => {
    const { cache, find, answer } = setUp();
    const controller = new AbortController();
    const found = find('a', controller.signal);
    controller.abort();
    await assert.rejects(found, { reason: 'cancelled' });
    answer('late');
    assert.equal(cache.get('a'), undefined);
  });
});
