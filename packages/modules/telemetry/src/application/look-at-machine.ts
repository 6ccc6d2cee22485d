import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { type Cadence, cellsOf, type GapPiece, isOtherCadence, learntCadence, QUARTER_MS, READINGS_TO_LEARN, tallyOf } from '@tenon/domain/ledger';
import { DAY_MS, type TimeRange } from '@tenon/kernel';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { emptyDay, LedgerDayRepository, type LedgerDay } from '../persistence/ledger-day.repository.js';
import { LedgerGapRepository, type LedgerGap } from '../persistence/ledger-gap.repository.js';
import { LedgerMachineRepository, type LedgerMachine } from '../persistence/ledger-machine.repository.js';
import { LedgerStampRepository } from '../persistence/ledger-stamp.repository.js';
import { clippedRanges, grownRanges } from '../ranges/time-ranges.js';
import { judgeGaps, judgedPieces } from './judge-gaps.js';
import { readingsWithin, type StretchReadings } from './machine-stamps.js';

const US_PER_MS = 1_000;

/** What is looked at of a machine. */
export interface Look {
  /** Of its own time; quarter-hours that they touch are counted anew. */
  readonly ranges: readonly TimeRange[];
  /** When the platform could not take messages. */
  readonly outages: readonly TimeRange[];
  /** Longer than this is left for the next time. */
  readonly mostDays: number;
}

/**
 * Counts quarter-hours of a machine anew, from what is stored, and finds the gaps between what is there: whatever stood in its ledger before, so that doing
 * it again changes nothing. A gap of which readings came after all is noted as filled. Who calls holds the machine's ledger.
 */
@Injectable()
export class LookAtMachine {
  constructor(
    private readonly machines: LedgerMachineRepository,
    private readonly stamps: LedgerStampRepository,
    private readonly days: LedgerDayRepository,
    private readonly gaps: LedgerGapRepository,
    private readonly connections: ConnectionRepository,
  ) {}

  /** @returns what is left to be looked at */
  async execute(tx: TenantTx, machine: LedgerMachine, { ranges, outages, mostDays }: Look): Promise<TimeRange[]> {
    const { cadence, again } = await this.cadence(tx, machine);
    const due = grownRanges(clippedRanges([...ranges, ...again], { fromMs: machine.fromMs, toMs: tx.now.getTime() + DAY_MS }), QUARTER_MS);
    const stretches = due.flatMap(byDay);
    let lastMs = machine.lastMs;
    for (const stretch of stretches.slice(0, mostDays)) lastMs = later(lastMs, await this.stretch(tx, { ...machine, ...cadence }, stretch, outages));
    await this.machines.note(tx, { deviceId: machine.deviceId, ...cadence, lastMs });
    return stretches.slice(mostDays);
  }

  /** How often it is expected, and what was judged by another rhythm, as far back as this one is known. */
  private async cadence(tx: TenantTx, machine: LedgerMachine): Promise<{ cadence: Cadence; again: TimeRange[] }> {
    const latest = await this.stamps.latest(tx, machine.deviceId, { sinceMs: machine.fromMs, limit: READINGS_TO_LEARN });
    const learnt = learntCadence(latest);
    // Of a machine whose last readings are in blocks nothing new is learnt.
    const own = learnt.basis === 'unknown' ? { intervalMs: machine.intervalMs, basis: machine.basis } : learnt;
    const cadence: Cadence = machine.typeIntervalMs === null ? own : { intervalMs: machine.typeIntervalMs, basis: 'type' };
    const [first, last] = [latest[0], latest.at(-1)];
    if (first === undefined || last === undefined || !isOtherCadence(cadence, machine)) return { cadence, again: [] };
    // What was there before anything was known is judged now; what another rhythm was right for stays.
    const sinceMs = first / US_PER_MS - (machine.basis === 'unknown' ? DAY_MS : 0);
    return { cadence, again: [{ fromMs: sinceMs, toMs: last / US_PER_MS }] };
  }

  /** @returns its last reading */
  private async stretch(tx: TenantTx, machine: LedgerMachine, range: TimeRange, outages: readonly TimeRange[]): Promise<number | null> {
    const { deviceId, fromMs: sinceMs } = machine;
    const own = { fromMs: Math.max(range.fromMs, sinceMs), toMs: range.toMs };
    const found = readingsWithin(await this.stamps.within(tx, deviceId, own), own);
    const { before, behind } = neighbours(found, await this.stamps.around(tx, deviceId, { range, sinceMs }), sinceMs);
    const readings = Array.from(found.atUs, (at) => at / US_PER_MS);
    const dayMs = Math.floor(range.fromMs / DAY_MS) * DAY_MS;
    const { listed, absent } = judgeGaps([before, ...readings, behind].filter((at) => at !== null), machine.intervalMs, dayMs);
    const day = (await this.days.find(tx, deviceId, dayMs)) ?? emptyDay(deviceId, dayMs);
    await this.days.put(tx, counted(day, found, { range, absent }));
    const whole = { fromMs: before ?? range.fromMs, toMs: behind ?? range.toMs };
    const connected = listed.length > 0 ? await this.connections.connected(tx, deviceId, whole) : [];
    await this.settle(tx, { deviceId, whole, readings, pieces: judgedPieces(listed, { connected, down: outages }, await this.unjudged(tx, deviceId)) });
    return readings.at(-1) ?? null;
  }

  private async unjudged(tx: TenantTx, deviceId: string): Promise<TimeRange[]> {
    const days = await this.days.frozen(tx, deviceId);
    return grownRanges(days.flatMap(({ dayMs, frozen }) => frozen.map((place) => ({ fromMs: dayMs + place * QUARTER_MS, toMs: dayMs + (place + 1) * QUARTER_MS }))), QUARTER_MS);
  }

  /** Brings what is kept of gaps in line with what was found. */
  private async settle(tx: TenantTx, { deviceId, whole, readings, pieces }: { deviceId: string; whole: TimeRange; readings: readonly number[]; pieces: readonly GapPiece[] }): Promise<void> {
    const standing = await this.gaps.open(tx, deviceId, whole);
    const nameOf = ({ fromMs, toMs, cause, absent }: GapPiece): string => `${fromMs} ${toMs} ${cause} ${absent}`;
    const [found, known] = [new Set(pieces.map(nameOf)), new Set(standing.map(nameOf))];
    const gone = standing.filter((gap) => !found.has(nameOf(gap)));
    const filled = (gap: LedgerGap): boolean => readings.some((at) => Math.round(at) > gap.fromMs && Math.round(at) < gap.toMs);
    for (const gap of gone.filter(filled)) await this.gaps.fill(tx, gap.id, Math.max(0, gap.absent - absentIn(pieces, gap)));
    await this.gaps.remove(tx, gone.filter((gap) => !filled(gap)).map(({ id }) => id));
    await this.gaps.add(tx, deviceId, pieces.filter((piece) => !known.has(nameOf(piece))));
  }
}

/** The readings beside a stretch: in the blocks that were opened for it, or elsewhere. */
function neighbours(found: StretchReadings, around: Pick<StretchReadings, 'beforeMs' | 'behindMs'>, sinceMs: number): { before: number | null; behind: number | null } {
  const before = found.beforeMs !== null && found.beforeMs >= sinceMs ? found.beforeMs : null;
  const behind = [found.behindMs, around.behindMs].filter((at) => at !== null);
  return { before: later(before, around.beforeMs), behind: behind.length > 0 ? Math.min(...behind) : null };
}

/** How many readings these lack within a gap. */
function absentIn(pieces: readonly GapPiece[], gap: TimeRange): number {
  return pieces.filter(({ fromMs, toMs }) => fromMs >= gap.fromMs && toMs <= gap.toMs).reduce((sum, { absent }) => sum + absent, 0);
}

/** A day with the quarter-hours of a range counted anew; a frozen one stays as it is. */
function counted(day: LedgerDay, readings: StretchReadings, { range, absent }: { range: TimeRange; absent: readonly number[] }): LedgerDay {
  const tally = tallyOf(readings, day.dayMs);
  const [from, to] = cellsOf(range, day.dayMs);
  const isNew = (place: number): boolean => place >= from && place < to && !day.frozen.includes(place);
  const fresh = (old: readonly number[], now: readonly number[], folded?: readonly number[]): number[] => old.map((cell, place) => (isNew(place) ? (now[place] ?? 0) + (folded?.[place] ?? 0) : cell));
  return {
    ...day,
    kept: fresh(day.kept, tally.kept),
    repeats: fresh(day.repeats, tally.repeats, day.foldedRepeats),
    late: fresh(day.late, tally.late, day.foldedLate),
    absent: fresh(day.absent, absent),
    // What is in blocks does not tell any more when it arrived.
    clockMs: day.clockMs.map((old, place) => (isNew(place) ? (tally.clockMs[place] ?? old) : old)),
  };
}

function byDay({ fromMs, toMs }: TimeRange): TimeRange[] {
  const days: TimeRange[] = [];
  for (let at = fromMs; at < toMs; at = Math.floor(at / DAY_MS + 1) * DAY_MS) days.push({ fromMs: at, toMs: Math.min(toMs, Math.floor(at / DAY_MS + 1) * DAY_MS) });
  return days;
}

function later(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other > one) ? other : one;
}
