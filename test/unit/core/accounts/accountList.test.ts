import assert from 'node:assert/strict';
import type { AccountFacts } from '../../../../src/core/accounts/account.ts';
import {
  accountInForce,
  freeName,
  noAccounts,
  withAccount,
  withActive,
  withChanged,
  withoutAccount,
} from '../../../../src/core/accounts/accountList.ts';

const facts = (id: string, name = id): AccountFacts => ({
  id,
  name,
  isReadOnly: false,
});
const two = withAccount(withAccount(noAccounts, facts('a', 'Shop')), facts('b', 'Blog'));

suite('list of accounts', () => {
  test('a connected account becomes the active one, also where it was known', () => {
    assert.equal(two.activeId, 'b');
    const again = withAccount(two, facts('a', 'Store'));
    assert.deepEqual(again, { accounts: [facts('a', 'Store'), facts('b', 'Blog')], activeId: 'a' });
  });

  test('a changed account stays where it is, and so does the active one', () => {
    assert.deepEqual(withChanged(two, facts('a', 'Store')), {
      accounts: [facts('a', 'Store'), facts('b', 'Blog')],
      activeId: 'b',
    });
    assert.deepEqual(withChanged(two, facts('c', 'Other')), two);
  });

  test('removing the active account puts the first other one in its place', () => {
    assert.equal(withoutAccount(two, 'b').activeId, 'a');
    assert.equal(withoutAccount(two, 'a').activeId, 'b');
    assert.deepEqual(withoutAccount(withoutAccount(two, 'a'), 'b'), noAccounts);
  });

  test('only an account of the list can become the active one', () => {
    assert.equal(withActive(two, 'a').activeId, 'a');
    assert.equal(withActive(two, 'c').activeId, 'b');
  });

  test('a wanted name counts before the active account, and an unknown one finds none', () => {
    assert.equal(accountInForce(two, '')?.name, 'Blog');
    assert.equal(accountInForce(two, 'Shop')?.name, 'Shop');
    assert.equal(accountInForce(two, 'shop'), undefined);
    assert.equal(accountInForce(noAccounts, ''), undefined);
  });

  test('a name that is taken gets a number; an account may keep its own', () => {
    assert.equal(freeName(two, 'New'), 'New');
    assert.equal(freeName(two, 'Shop'), 'Shop 2');
    assert.equal(freeName(withAccount(two, facts('c', 'Shop 2')), 'Shop'), 'Shop 3');
    assert.equal(freeName(two, 'Shop', 'a'), 'Shop');
  });
});
