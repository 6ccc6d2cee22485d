import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { DAY_MS, notFound } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { CompletenessSourceRepository } from '../persistence/completeness-source.repository.js';
import { LedgerDayRepository } from '../persistence/ledger-day.repository.js';
import { LedgerGapRepository, type LedgerGap } from '../persistence/ledger-gap.repository.js';
import { StatementRepository } from '../persistence/statement.repository.js';
import { CompletenessLines, openPieces, type CompletenessLine } from './completeness-lines.js';
import { hoursOf, type LedgerHour } from './hours-of-machine.js';
import { monthAt, monthNamed, type LedgerMonth } from './ledger-month.js';

/** A machine's ledger of a month. */
export interface MachineCompleteness extends LedgerMonth {
  readonly timeZone: string;
  readonly line: CompletenessLine;
  readonly hours: readonly LedgerHour[];
}

/** Which gaps of it are listed. */
export interface GapListing {
  readonly deviceId: string;
  readonly range: { readonly fromMs: number; readonly toMs: number };
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/**
 * Reads the ledger of one machine as it stands now, while a statement says how it stood when it was made. What the platform could not take is told once the
 * gap has an end. Errors: DEVICE.NOT_FOUND, COMPLETENESS.MONTH, PAGE.SIZE, PAGE.CURSOR.
 */
@Injectable()
export class ReadMachineCompleteness {
  private readonly lines: CompletenessLines;
  // Made here: they are asked nothing but what stands below.
  private readonly statements = new StatementRepository();

  constructor(
    private readonly db: TenantDb,
    private readonly source: CompletenessSourceRepository,
    private readonly days: LedgerDayRepository,
    private readonly gaps: LedgerGapRepository,
  ) {
    this.lines = new CompletenessLines(source);
  }

  /** @param month `YYYY-MM`; by default the one that runs */
  execute(actor: TenantActor, deviceId: string, month: string | null | undefined): Promise<MachineCompleteness> {
    demand(actor, 'telemetry:read');
    return this.db.read(actor, async (tx) => {
      const { timeZone } = await this.statements.company(tx);
      const asked = month ? monthNamed(timeZone, month) : monthAt(timeZone, tx.now.getTime());
      const scope = { range: asked.range, deviceId };
      // A machine that is younger than the month is one all the same.
      const [machine] = await this.source.machines(tx, { deviceId, range: { fromMs: 0, toMs: tx.now.getTime() + DAY_MS } });
      if (!machine) throw notFound('DEVICE.NOT_FOUND', 'There is no such machine.', { deviceId });
      const [line = nothingOf(machine)] = await this.lines.execute(tx, { ...scope, nowMs: tx.now.getTime(), outages: [] });
      return { ...asked, timeZone, line, hours: await this.hours(tx, asked, machine) };
    });
  }

  /** Its gaps that reach into a range, the newest first. */
  gapsOf(actor: TenantActor, { deviceId, range, ...paging }: GapListing): Promise<Page<LedgerGap>> {
    const { limit, after } = pageRequest(paging, ['instant', 'uuid']);
    return this.db.read(actor, async (tx) => toPage(await this.gaps.page(tx, deviceId, { range, limit, after }), limit, ({ fromMs, id }) => [new Date(fromMs).toISOString(), id]));
  }

  private async hours(tx: TenantTx, { range }: LedgerMonth, machine: Awaited<ReturnType<CompletenessSourceRepository['machines']>>[number]): Promise<LedgerHour[]> {
    const { deviceId } = machine;
    const untilMs = Math.min(range.toMs, tx.now.getTime());
    const so = { fromMs: range.fromMs, toMs: untilMs };
    const pieces = (await this.source.gaps(tx, { range, deviceId })).get(deviceId) ?? [];
    const connected = machine.silentSinceMs === null ? null : ((await this.source.connected(tx, { deviceId, range: { fromMs: Math.min(machine.silentSinceMs, untilMs), toMs: untilMs } })).get(deviceId) ?? null);
    const open = openPieces(machine, untilMs, { connected, down: [] });
    return hoursOf({ range: so, days: await this.days.between(tx, deviceId, range), pieces: [...pieces, ...open], refusals: await this.source.refusalsByQuarter(tx, deviceId, so) });
  }
}

function nothingOf({ deviceId, name, intervalMs, basis }: Pick<CompletenessLine, 'deviceId' | 'name' | 'intervalMs' | 'basis'>): CompletenessLine {
  const none = { kept: 0, refused: 0, refusedOfExpected: 0, missing: 0, repeats: 0, late: 0, clockRefused: 0, missingMs: 0, awayMs: 0, longestGapMs: 0 };
  return { deviceId, name, intervalMs, basis, ...none, expected: null, completeness: null, clockMedianMs: null, clockWorstMs: null };
}
