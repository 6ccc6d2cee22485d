import type { AuditFilter } from '../../generated/documents';
import type { AuditChoice } from './use-audit-filter';

const HOUR_MS = 3_600_000;

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  readonly isMoving: boolean;
}

/** What the api is asked for. A span that ends now has no end, and begins at a full hour: a list that is read must not begin anew each minute. */
export function auditFilter({ action, actorKind, ...choice }: AuditChoice, { fromMs, toMs, isMoving }: Span): AuditFilter {
  const from = new Date(isMoving ? Math.floor(fromMs / HOUR_MS) * HOUR_MS : fromMs).toISOString();
  return {
    ...choice,
    ...(action && { actions: [action] }),
    ...(actorKind && { actorKind: actorKind as AuditFilter['actorKind'] }),
    from,
    ...(!isMoving && { to: new Date(toMs).toISOString() }),
  };
}

/** Where the same entries are handed out as a file. */
export function exportHref(format: 'csv' | 'jsonl', { actions, ...filter }: AuditFilter): string {
  const texts = Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return `/api/audit/export?${new URLSearchParams([['format', format], ...texts, ...(actions ? [['actions', actions.join(',')]] : [])]).toString()}`;
}
