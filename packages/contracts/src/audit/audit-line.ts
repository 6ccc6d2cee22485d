import { subjectKindOf } from './subject-kind.js';

/** One line of a company's trail as it is read. */
export interface AuditLine {
  /** The entry's number. */
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly via: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly subjectId: string | null;
  readonly details: unknown;
  readonly hash: string;
}

/** A line in the words of the schema: the same to the company's own people and to the platform's. */
export function showAuditLine({ at, actorKind, via, ...line }: AuditLine) {
  return {
    ...line,
    at: at.toISOString(),
    actorKind: actorKind.replaceAll('-', '_').toUpperCase(),
    via: via?.toUpperCase().replaceAll('-', '_') ?? null,
    subjectKind: subjectKindOf(line.action),
  };
}
