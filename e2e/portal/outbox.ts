import { eventually, Person } from '../clients/person.js';
import { platform } from '../platform/env.js';

interface Mails {
  readonly outboxMails: { readonly nodes: readonly { readonly id: string; readonly to: string; readonly reading: string }[] };
}

/** The link in the newest mail to somebody, as the platform office finds it where no mail server is set up. */
export async function mailedLink(to: string): Promise<string> {
  const { staffEmail, staffPassword } = platform().demo;
  const staff = await Person.signIn(staffEmail, staffPassword);
  const newest = (): Promise<string | undefined> =>
    staff.ask<Mails>('{ outboxMails(first: 30) { nodes { id to reading } } }').then(({ outboxMails }) => outboxMails.nodes.find((mail) => mail.to === to && mail.reading === 'OPEN')?.id);
  const id = await eventually(newest, (found) => found !== undefined);
  const { outboxMailText } = await staff.ask<{ outboxMailText: { text: string } }>('query ($id: ID!) { outboxMailText(id: $id) { text } }', { id });
  const link = /https?:\/\/\S+/.exec(outboxMailText.text)?.[0];
  if (!link) throw new Error(`No link in: ${outboxMailText.text}`);
  return link;
}
