import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { notFound, tenantId, type TenantId, type TimeRange } from '@tenon/kernel';
import type { CompletenessLine } from '../application/completeness-lines.js';

/** A machine whose figures differ from the revision before; `before` is null where it was in none. */
export interface StatementChange {
  readonly deviceId: string;
  readonly name: string;
  readonly before: { readonly kept: number; readonly missing: number } | null;
  readonly after: { readonly kept: number; readonly missing: number };
}

/** A month's statement; of the month that runs, how it stands. */
export interface Statement {
  readonly id: string;
  readonly month: string;
  readonly revision: number;
  readonly isFinal: boolean;
  readonly timeZone: string;
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly madeAt: Date;
  readonly changes: readonly StatementChange[];
}

/** What a statement is made with. */
export interface NewStatement extends Pick<Statement, 'month' | 'revision' | 'isFinal' | 'timeZone' | 'changes'> {
  readonly range: TimeRange;
  readonly lines: readonly CompletenessLine[];
}

/** A page of lines, the worst first. */
export interface LinePage {
  readonly search: string;
  readonly limit: number;
  readonly after?: readonly string[] | undefined;
}

const COLUMNS = `id, month, revision, is_final AS "isFinal", time_zone AS "timeZone", from_at AS "fromAt", to_at AS "toAt", made_at AS "madeAt", changes`;
const FIGURES = ['expected', 'kept', 'refused', 'refused_of_expected', 'missing', 'repeats', 'late', 'clock_refused', 'missing_ms', 'away_ms', 'longest_gap_ms', 'clock_median_ms', 'clock_worst_ms', 'interval_ms', 'completeness'] as const;
const camel = (column: string): string => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const LINE = `device_id AS "deviceId", name, basis, ${FIGURES.map((column) => `${column}::float8 AS "${camel(column)}"`).join(', ')}`;
/** Nothing expected comes after everything that is judged. */
const WORST_FIRST = `(COALESCE(completeness, 2), name, device_id)`;

/** Monthly statements of completeness. */
@Injectable()
export class StatementRepository {
  /** Companies of which a ledger is kept. */
  async companies(tx: SystemTx): Promise<TenantId[]> {
    const rows = await tx.sql<{ id: string }>(`SELECT t.id FROM tenant t WHERE t.state <> 'closed' AND EXISTS (SELECT FROM ledger_machine m WHERE m.tenant_id = t.id) ORDER BY t.id`);
    return rows.map(({ id }) => tenantId(id));
  }

  /** Makes this the only one that writes statements of the company until the transaction ends, or says that another does. */
  async begin(tx: TenantTx): Promise<{ timeZone: string; lookedAt: Date | null } | null> {
    const [row] = await tx.sql<{ isMine: boolean; timeZone: string; lookedAt: Date | null }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('tenon.completeness ' || id, 0)) AS "isMine", time_zone AS "timeZone", (SELECT max(looked_at) FROM ledger_machine WHERE tenant_id = $1) AS "lookedAt" FROM tenant WHERE id = $1`,
      [tx.tenantId],
    );
    return row?.isMine ? row : null;
  }

  /** Whose statements they are. */
  async company(tx: TenantTx): Promise<{ timeZone: string; name: string }> {
    const [row] = await tx.sql<{ timeZone: string; name: string }>(`SELECT time_zone AS "timeZone", name FROM tenant WHERE id = $1`, [tx.tenantId]);
    if (!row) throw notFound('TENANT.NOT_FOUND', 'There is no such company.');
    return row;
  }

  /** The latest of a month. */
  async latest(tx: TenantTx, month: string): Promise<Statement | undefined> {
    const [row] = await tx.sql<Statement>(`SELECT ${COLUMNS} FROM completeness_statement WHERE tenant_id = $1 AND month = $2 ORDER BY revision DESC LIMIT 1`, [tx.tenantId, month]);
    return row;
  }

  /** Months of which there is one, the newest first. */
  async months(tx: TenantTx): Promise<string[]> {
    const rows = await tx.sql<{ month: string }>(`SELECT DISTINCT month FROM completeness_statement WHERE tenant_id = $1 ORDER BY month DESC LIMIT 120`, [tx.tenantId]);
    return rows.map(({ month }) => month);
  }

  /** Whether anything came within a range. */
  async isTold(tx: TenantTx, { fromMs, toMs }: TimeRange): Promise<boolean> {
    const [row] = await tx.sql<{ is: boolean }>(
      `SELECT EXISTS (SELECT FROM ledger_day WHERE tenant_id = $1 AND day >= ($2::timestamptz AT TIME ZONE 'UTC')::date AND day < $3::timestamptz AT TIME ZONE 'UTC')
         OR EXISTS (SELECT FROM refusal_tally WHERE tenant_id = $1 AND at >= $2 AND at < $3) AS is`,
      [tx.tenantId, new Date(fromMs), new Date(toMs)],
    );
    return row?.is ?? false;
  }

  /** Whether the ledger of a statement's time was written since it was made. */
  async isOutdated(tx: TenantTx, { fromAt, toAt, madeAt }: Statement): Promise<boolean> {
    const [row] = await tx.sql<{ is: boolean }>(
      `SELECT EXISTS (SELECT FROM ledger_day WHERE tenant_id = $1 AND day >= ($2::timestamptz AT TIME ZONE 'UTC')::date AND day < $3::timestamptz AT TIME ZONE 'UTC' AND changed_at > $4)
         OR EXISTS (SELECT FROM ledger_gap WHERE tenant_id = $1 AND from_at < $3 AND to_at > $2 AND (found_at > $4 OR filled_at > $4)) AS is`,
      [tx.tenantId, fromAt, toAt, madeAt],
    );
    return row?.is ?? false;
  }

  /** Writes a statement with its lines. The one of how the month stood goes, where there is one. */
  async put(tx: TenantTx, { month, revision, isFinal, timeZone, changes, range, lines }: NewStatement): Promise<void> {
    await tx.execute(`DELETE FROM completeness_statement WHERE tenant_id = $1 AND month = $2 AND NOT is_final`, [tx.tenantId, month]);
    const [made] = await tx.sql<{ id: string }>(
      `INSERT INTO completeness_statement (tenant_id, id, month, revision, is_final, time_zone, from_at, to_at, made_at, changes) VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [tx.tenantId, month, revision, isFinal, timeZone, new Date(range.fromMs), new Date(range.toMs), tx.now, JSON.stringify(changes)],
    );
    const column = (name: string): unknown[] => lines.map((line) => line[camel(name) as keyof CompletenessLine]);
    await tx.execute(
      `INSERT INTO completeness_line (tenant_id, statement_id, device_id, name, basis, ${FIGURES.join(', ')})
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::text[], $5::text[], ${FIGURES.map((_, place) => `$${place + 6}::float8[]`).join(', ')})`,
      [tx.tenantId, made?.id, column('device_id'), column('name'), column('basis'), ...FIGURES.map((name) => column(name))],
    );
  }

  /** All lines of a statement, the worst first. */
  lines(tx: TenantTx, statementId: string): Promise<CompletenessLine[]> {
    return tx.sql<CompletenessLine>(`SELECT ${LINE} FROM completeness_line WHERE tenant_id = $1 AND statement_id = $2 ORDER BY ${WORST_FIRST.slice(1, -1)}`, [tx.tenantId, statementId]);
  }

  /** A page of them, with one more than it holds. */
  page(tx: TenantTx, statementId: string, { search, limit, after }: LinePage): Promise<CompletenessLine[]> {
    const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const [share, name, deviceId] = after ?? ['-1', '', '00000000-0000-0000-0000-000000000000'];
    return tx.sql<CompletenessLine>(
      `SELECT ${LINE} FROM completeness_line WHERE tenant_id = $1 AND statement_id = $2 AND name ILIKE $3 AND ${WORST_FIRST} > ($4::float8, $5::text, $6::uuid) ORDER BY ${WORST_FIRST.slice(1, -1)} LIMIT $7`,
      [tx.tenantId, statementId, pattern, share, name, deviceId, limit + 1],
    );
  }
}
