import { newAccount, type Account } from '../portal/entering.js';
import { mailedLink } from '../portal/outbox.js';
import { Person } from './person.js';

/** Somebody new in a company: invited by its owner, joined by the link in their mail. */
export async function colleagueOf(owner: Person, name: string, roleId: string): Promise<Account & { readonly person: Person }> {
  const account = newAccount('');
  await owner.ask('mutation ($email: String!, $roleId: ID!) { invitePerson(input: { email: $email, roleId: $roleId, language: ZH }) { id } }', { email: account.email, roleId });
  const token = new URL(await mailedLink(account.email, '/invitation')).searchParams.get('token') ?? '';
  return { ...account, person: await Person.accept({ token, name, password: account.password }) };
}
