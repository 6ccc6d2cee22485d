import { eventually, Person } from '../clients/person.js';
import { platform } from '../platform/env.js';

interface Mails {
  readonly outboxMails: { readonly nodes: readonly { readonly to: string; readonly text: string }[] };
}

/** The link in the newest mail to somebody, as the platform office finds it where no mail server is set up. */
export async function mailedLink(to: string): Promise<string> {
  const { staffEmail, staffPassword } = platform().demo;
  const staff = await Person.signIn(staffEmail, staffPassword);
  const newest = (): Promise<string | undefined> =>
    staff.ask<Mails>('{ outboxMails(first: 30) { nodes { to text } } }').then(({ outboxMails }) => outboxMails.nodes.find((mail) => mail.to === to)?.text);
  const text = await eventually(newest, (found) => found !== undefined);
  const link = /https?:\/\/\S+/.exec(text ?? '')?.[0];
  if (!link) throw new Error(`No link in: ${text}`);
  return link;
}
