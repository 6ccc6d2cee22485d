import type { AnnouncementFactsFragment } from '../../generated/documents';

/** Where an announcement stands. */
export type AnnouncementState = 'DRAFT' | 'AHEAD' | 'SHOWN' | 'OVER' | 'WITHDRAWN';

/** Where it stands at this instant. */
export function announcementState({ publishedAt, withdrawnAt, fromAt, toAt }: Pick<AnnouncementFactsFragment, 'publishedAt' | 'withdrawnAt' | 'fromAt' | 'toAt'>, nowMs: number): AnnouncementState {
  if (withdrawnAt) return 'WITHDRAWN';
  if (!publishedAt) return 'DRAFT';
  if (Date.parse(fromAt) > nowMs) return 'AHEAD';
  return Date.parse(toAt) > nowMs ? 'SHOWN' : 'OVER';
}
