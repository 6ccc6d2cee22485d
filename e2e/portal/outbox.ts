import { eventually, Person } from '../clients/person.js';
import { platform } from '../platform/env.js';

interface Mails {
  readonly outboxMails: { readonly nodes: readonly { readonly id: string; readonly to: string; readonly subject: string; readonly reading: string }[] };
}

/** By what part of its subject a mail is known that leads to one of these pages. */
const SUBJECTS = { '/invitation': /邀请您加入|You are invited/, '/reset-password': /Set a new password/, '/verify-email': /Confirm your address/ } as const;

/** The link to a page in the newest mail to somebody that leads there, as the platform office finds it where no mail server is set up. */
export async function mailedLink(to: string, page: keyof typeof SUBJECTS): Promise<string> {
  const { staffEmail, staffPassword } = platform().demo;
  const staff = await Person.signIn(staffEmail, staffPassword);
  // One that still waits to be sent is waited for: an older one may hold a link that the newer ended.
  const newest = async (): Promise<string | undefined> => {
    const { outboxMails } = await staff.ask<Mails>('{ outboxMails(first: 50) { nodes { id to subject reading } } }');
    const mail = outboxMails.nodes.find((each) => each.to === to && SUBJECTS[page].test(each.subject));
    return mail?.reading === 'OPEN' ? mail.id : undefined;
  };
  const id = await eventually(newest, (found) => found !== undefined);
  const { outboxMailText } = await staff.ask<{ outboxMailText: { text: string } }>('query ($id: ID!) { outboxMailText(id: $id) { text } }', { id });
  const link = /https?:\/\/\S+/.exec(outboxMailText.text)?.[0];
  if (!link) throw new Error(`No link in: ${outboxMailText.text}`);
  return link;
}

/** Opens the link that was mailed to whoever signed up with this address, as they must before they reach anybody else. */
export async function verifyAddress(email: string): Promise<void> {
  const token = new URL(await mailedLink(email, '/verify-email')).searchParams.get('token');
  const response = await fetch(`${platform().portalUrl}/api/auth/verify-email`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
  if (!response.ok) throw new Error(`verify-email: ${response.status} ${await response.text()}`);
}
