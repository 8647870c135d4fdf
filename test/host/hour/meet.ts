import assert from 'node:assert/strict';
import { eventually } from '../../integration/support/eventually.ts';
import { answerAsImageKit } from '../../integration/support/recordingServer.ts';
import type { Failure } from './failures.ts';
import type { OwnAccount, Person } from './person.ts';
import type { HourPage } from './hourPage.ts';

/** Lets the person come upon a failure, and proves that it was this one that happened. */
export async function meet(
  failure: Failure,
  { host }: OwnAccount,
  person: Person,
  seen: HourPage,
): Promise<void> {
  const { what, answer, isHostDown, says, logs } = failure;
  let given = 0;
  if (answer) {
    host.answer = (...exchange) => {
      given++;
      answer(...exchange);
    };
  }
  const logged = person.log().length;
  if (isHostDown) await host.stop();
  try {
    await seen.saysAfter(() => failure.meet(person), says);
  } catch (cause) {
    throw new Error(`${what} did not happen`, { cause });
  } finally {
    if (isHostDown) await host.start();
    host.answer = answerAsImageKit;
  }
  if (answer) assert(given > 0, `${what} was never given as an answer`);
  if (logs) {
    await eventually(() => logs.test(person.log().slice(logged)), `${what} in the log`);
  }
}
