import { NOTICE_RULES, type NoticeKind } from './kinds.js';

/** Somebody of the company, with what they may do there. */
export interface Reachable {
  readonly userId: string;
  readonly permissions: readonly string[];
}

/** Whom a notice is about, and who did what it tells; null where it is nobody of the company. */
export interface NoticeParties {
  readonly personId: string | null;
  readonly actorId: string | null;
}

/** Who of the company is told. Nobody is told what they did themselves, unless it is about them alone. */
export function receiversOf<Person extends Reachable>(kind: NoticeKind, people: readonly Person[], { personId, actorId }: NoticeParties): Person[] {
  const { to } = NOTICE_RULES[kind];
  if (to === 'person') return people.filter(({ userId }) => userId === personId);
  return people.filter(({ userId, permissions }) => userId !== actorId && permissions.includes(to.holdersOf));
}

/** Whether somebody with these permissions may ever be told of a kind, so that it is worth asking how. */
export function mayReceive(kind: NoticeKind, permissions: ReadonlySet<string>): boolean {
  const { to } = NOTICE_RULES[kind];
  return to === 'person' || permissions.has(to.holdersOf);
}
