import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { HOUR_MS, MINUTE_MS, type TenantId, type TimeRange } from '@tenon/kernel';
import { StatementRepository, type Statement, type StatementChange } from '../persistence/statement.repository.js';
import { CompletenessLines, type CompletenessLine } from './completeness-lines.js';
import { monthAt, monthBefore, type LedgerMonth } from './ledger-month.js';

/** A month that ended is stated after so long: what was on its way has come and was looked at. */
const AFTER_MS = HOUR_MS;
/** How the running month stands is reckoned this often where anything came, and this often anyway, as silence grows too. */
const REST_MS = 5 * MINUTE_MS;
const LONGEST_REST_MS = HOUR_MS;
/** Months that may still get a revision. */
const REVISABLE = 2;
const MOST_CHANGES = 100;
/** Where an open gap is closed it is cut anew, which may round a reading over the month's edge. */
const ROUNDING = 2;

/** As of when, and what is known of the platform. */
export interface StatementRound {
  readonly now: Date;
  readonly outages: readonly TimeRange[];
}

/**
 * Keeps a company's statements of completeness: how the month that runs stands; the statement of each month that ended, once; and a revision of it, which
 * names what differs, where readings arrived after all. What was stated is never changed. Doing it again states nothing twice.
 */
@Injectable()
export class KeepStatements {
  constructor(
    private readonly db: TenantDb,
    private readonly statements: StatementRepository,
    private readonly lines: CompletenessLines,
  ) {}

  /** @returns the months of which something was written, the oldest first */
  execute(tenantId: TenantId, round: StatementRound): Promise<string[]> {
    return this.db.transaction(systemActor(tenantId), async (tx) => {
      const company = await this.statements.begin(tx);
      if (!company) return [];
      const running = monthAt(company.timeZone, round.now.getTime());
      const written: string[] = [];
      for (const month of endedMonths(company.timeZone, running)) if (await this.ended(tx, month, { ...round, timeZone: company.timeZone })) written.push(month.month);
      if (await this.isDue(tx, running, round.now, company.lookedAt)) {
        await this.put(tx, running, { ...round, timeZone: company.timeZone, revision: 0, before: [] });
        written.push(running.month);
      }
      return written;
    });
  }

  private async isDue(tx: TenantTx, { month }: LedgerMonth, now: Date, lookedAt: Date | null): Promise<boolean> {
    const latest = await this.statements.latest(tx, month);
    if (!latest) return true;
    const ageMs = now.getTime() - latest.madeAt.getTime();
    return ageMs > LONGEST_REST_MS || (ageMs > REST_MS && lookedAt !== null && lookedAt > latest.madeAt);
  }

  /** @returns whether something was stated of a month that ended */
  private async ended(tx: TenantTx, month: LedgerMonth, round: StatementRound & { timeZone: string }): Promise<boolean> {
    if (round.now.getTime() < month.range.toMs + AFTER_MS) return false;
    const latest = await this.statements.latest(tx, month.month);
    if (latest?.isFinal) return this.revise(tx, latest, round);
    if (!(await this.statements.isTold(tx, month.range))) return false;
    return (await this.put(tx, month, { ...round, revision: 1, before: null })) > 0;
  }

  private async revise(tx: TenantTx, latest: Statement, round: StatementRound): Promise<boolean> {
    if (!(await this.statements.isOutdated(tx, latest))) return false;
    const { month, timeZone, revision, fromAt, toAt } = latest;
    const before = await this.statements.lines(tx, latest.id);
    return (await this.put(tx, { month, range: { fromMs: fromAt.getTime(), toMs: toAt.getTime() } }, { ...round, timeZone, revision: revision + 1, before })) > 0;
  }

  /** @param before the lines of the revision before; null where there was none, and there a month without machines is not stated. @returns how many lines were written */
  private async put(tx: TenantTx, { month, range }: LedgerMonth, { now, outages, timeZone, revision, before }: StatementRound & { timeZone: string; revision: number; before: readonly CompletenessLine[] | null }): Promise<number> {
    const fresh = await this.lines.execute(tx, { range, nowMs: now.getTime(), outages });
    if (before === null && !fresh.some(({ kept, refused }) => kept + refused > 0)) return 0;
    // A machine that was deleted since is in the ledger no more, and stays as it was stated.
    const known = new Set(fresh.map(({ deviceId }) => deviceId));
    const lines = [...fresh, ...(before ?? []).filter(({ deviceId }) => !known.has(deviceId))];
    const changes = revision > 1 ? changesOf(before ?? [], lines) : [];
    if (revision > 1 && changes.length === 0) return 0;
    await this.statements.put(tx, { month, range, timeZone, revision, isFinal: revision > 0, changes: changes.slice(0, MOST_CHANGES), lines });
    return lines.length;
  }
}

function endedMonths(timeZone: string, running: LedgerMonth): LedgerMonth[] {
  const months: LedgerMonth[] = [];
  for (let month = running; months.length < REVISABLE; ) months.unshift((month = monthBefore(timeZone, month)));
  return months;
}

function changesOf(before: readonly CompletenessLine[], after: readonly CompletenessLine[]): StatementChange[] {
  const old = new Map(before.map((line) => [line.deviceId, line]));
  return after.flatMap((line) => {
    const was = old.get(line.deviceId);
    if (was && isSame(was, line)) return [];
    const { deviceId, name, kept, missing } = line;
    return [{ deviceId, name, before: was ? { kept: was.kept, missing: was.missing } : null, after: { kept, missing } }];
  });
}

function isSame(one: CompletenessLine, other: CompletenessLine): boolean {
  return one.kept === other.kept && one.repeats === other.repeats && one.late === other.late && one.refused === other.refused && Math.abs(one.missing - other.missing) <= ROUNDING;
}
