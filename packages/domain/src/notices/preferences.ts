import { invalid } from '@tenon/kernel';
import { NOTICE_RULES, type NoticeChannel, type NoticeKind } from './kinds.js';

/** What somebody chose for one kind and way; what was never chosen is not there. */
export interface NoticeChoice {
  readonly kind: string;
  readonly channel: string;
  readonly isOn: boolean;
}

/** Whether somebody is told of a kind by a way, by what they chose, and by what is usual where they chose nothing. */
export function isToldBy(kind: NoticeKind, channel: NoticeChannel, choices: readonly NoticeChoice[]): boolean {
  const { standard, without, always } = NOTICE_RULES[kind];
  if (without.includes(channel)) return false;
  // What was chosen before it could not be is of no account.
  if (always.includes(channel)) return true;
  const chosen = choices.find((choice) => choice.kind === kind && choice.channel === channel);
  return chosen?.isOn ?? standard.includes(channel);
}

/** @throws AppError (invalid) NOTICE.NO_CHOICE where a kind does not go that way at all; NOTICE.ALWAYS where it always does */
export function demandChoice(kind: NoticeKind, channel: NoticeChannel): void {
  if (NOTICE_RULES[kind].without.includes(channel)) throw invalid('NOTICE.NO_CHOICE', 'This does not go that way.', { kind, channel });
  if (NOTICE_RULES[kind].always.includes(channel)) throw invalid('NOTICE.ALWAYS', 'This cannot be turned off.', { kind, channel });
}
