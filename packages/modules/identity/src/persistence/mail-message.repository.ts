import type { SystemTx } from '@tenon/db';

/** A mail as it is kept. */
export interface MailMessage {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: Date | null;
}

/** A mail to be kept. */
export interface NewMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The company that has it written, where it goes to somebody who need not belong to one. */
  readonly onBehalfOf?: string;
}

/** Keeps a new mail and gives its id. */
export async function insertMail(tx: SystemTx, { to, subject, text, onBehalfOf }: NewMail): Promise<string> {
  const id = tx.newId();
  await tx.prisma.mailMessage.create({ data: { id, recipient: to, subject, body: text, onBehalfOf: onBehalfOf ?? null } });
  return id;
}

/** Keeps a new mail under an id that it was promised under; whether it was not kept before. */
export async function insertPromisedMail(tx: SystemTx, id: string, { to, subject, text, onBehalfOf }: NewMail): Promise<boolean> {
  const data = [{ id, recipient: to, subject, body: text, onBehalfOf: onBehalfOf ?? null }];
  return (await tx.prisma.mailMessage.createMany({ data, skipDuplicates: true })).count === 1;
}

export function findMail(tx: SystemTx, id: string): Promise<MailMessage | null> {
  return tx.prisma.mailMessage.findUnique({ where: { id } });
}

/** Notes that a mail was sent; `body` is what of it is kept. */
export async function markMailSent(tx: SystemTx, id: string, body: string): Promise<void> {
  await tx.prisma.mailMessage.update({ where: { id }, data: { sentAt: tx.now, body } });
}
