import type { SystemTx } from '@tenon/db';
import type { PageRequest } from '@tenon/nest';

/** A mail that no server took, so that somebody can pass it on by hand. */
export interface OutboxMailRow {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly writtenAt: Date;
}

/** Mail whose text is still kept, newest first, one more than the page holds. */
export function listKeptMails(tx: SystemTx, page: PageRequest): Promise<OutboxMailRow[]> {
  const [at, id] = page.after ?? [];
  const beyond = at === undefined || id === undefined ? {} : { OR: [{ writtenAt: { lt: new Date(at) } }, { writtenAt: new Date(at), id: { lt: id } }] };
  return tx.prisma.mailMessage.findMany({ where: { body: { not: '' }, ...beyond }, orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }], take: page.limit + 1 });
}
