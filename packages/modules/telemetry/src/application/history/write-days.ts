import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { joined, NO_POINTS, type BlockPoints } from '@tenon/domain/telemetry';
import { DAY_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { openBlock } from '../../blocks/seal-block.js';
import { sealedBlocks, type NewBlock } from '../../blocks/sealed-blocks.js';
import type { NewLayer } from '../../persistence/history/layer.repository.js';
import type { NewestValue } from '../../persistence/history/metric.repository.js';
import { grownRanges } from '../../ranges/time-ranges.js';
import { CorrectHeads } from '../correct-heads.js';
import { RollUp } from '../roll-up.js';
import { DayParts } from './day-parts.js';
import { sealSome, sealStamps } from './layer-block.js';
import { overlaid, type Overlaid } from './overlaid.js';

const US_PER_MS = 1_000;

/** A metric's readings of one day (UTC), each stamp once. */
export interface DayPoints {
  readonly seriesId: number;
  readonly day: number;
  readonly points: BlockPoints;
}

/** Readings of one machine, of days that follow each other. */
export interface DaysToWrite {
  readonly importId: string;
  readonly deviceId: string;
  readonly days: readonly number[];
  readonly parts: readonly DayPoints[];
  readonly replaces: boolean;
}

/** What was done with them. */
export interface WrittenDays {
  readonly added: number;
  readonly replaced: number;
  readonly kept: number;
}

/** Writes a machine's readings of some days into blocks, with the minutes and hours of them, and notes what was there; all in the caller's transaction. */
@Injectable()
export class WriteDays {
  constructor(
    private readonly parts: DayParts,
    private readonly rollUp: RollUp,
    private readonly heads: CorrectHeads,
  ) {}

  /** @returns `null` where so many rows had to be moved out of the way that this is enough for one transaction: ask again */
  async execute(tx: TenantTx, { importId, deviceId, days, parts, replaces }: DaysToWrite): Promise<WrittenDays | null> {
    const { compactions, clearRows, layers: kept } = this.parts;
    const seriesIds = [...new Set(parts.map(({ seriesId }) => seriesId))];
    const range = daysRange(days);
    if (!(await clearRows.execute(tx, { deviceId, seriesIds, range }))) return null;
    const standing = standingBy(await compactions.takeDays(tx, seriesIds, range));
    const [blocks, layers, done]: [NewBlock[], NewLayer[], { part: DayPoints; made: Overlaid }[]] = [[], [], []];
    for (const part of parts) {
      const made = overlaid(part.points, standing.take(part), replaces);
      blocks.push(...sealedBlocks(part.seriesId, made.points));
      if (made.brought.atUs.length > 0) layers.push({ seriesId: part.seriesId, day: part.day, count: made.brought.atUs.length, brought: sealStamps(made.brought.atUs), replaced: sealSome(made.replaced) });
      done.push({ part, made });
      await setImmediate();
    }
    blocks.push(...standing.left());
    if (blocks.length > 0) await compactions.insert(tx, blocks);
    await kept.insert(tx, importId, layers);
    await this.follow(tx, deviceId, done.filter(({ made }) => made.brought.atUs.length > 0));
    const sum = (of: (made: Overlaid) => number): number => done.reduce((total, { made }) => total + of(made), 0);
    const replaced = sum((made) => made.replaced.atUs.length);
    return { added: sum((made) => made.brought.atUs.length) - replaced, replaced, kept: sum((made) => made.kept) };
  }

  /** Minutes, hours and newest values. */
  private async follow(tx: TenantTx, deviceId: string, done: readonly { readonly part: DayPoints; readonly made: Overlaid }[]): Promise<void> {
    if (done.length === 0) return;
    const seriesIds = [...new Set(done.map(({ part }) => part.seriesId))];
    await this.rollUp.anew(tx, { deviceId, seriesIds, ranges: grownRanges(done.map(({ made }) => spanOf(made.brought)), MINUTE_MS) });
    const numeric = [...new Set(done.filter(({ made }) => made.brought.num.some((value) => !Number.isNaN(value))).map(({ part }) => part.seriesId))];
    if (numeric.length > 0) await this.parts.metrics.raiseToNumber(tx, numeric);
    await this.parts.metrics.showNewest(tx, deviceId, newestOf(done));
    // The newest message itself may be what was replaced.
    const replaced = done.filter(({ made }) => made.replaced.atUs.length > 0);
    for (const { part, made } of replaced) await this.heads.execute(tx, { deviceId, seriesIds: [part.seriesId], range: spanOf(made.replaced) });
  }
}

/** The instants of days that follow each other. */
export function daysRange(days: readonly number[]): TimeRange {
  return { fromMs: (days[0] ?? 0) * DAY_MS, toMs: ((days.at(-1) ?? 0) + 1) * DAY_MS };
}

function spanOf({ atUs }: BlockPoints): TimeRange {
  return { fromMs: (atUs[0] ?? 0) / US_PER_MS, toMs: (atUs.at(-1) ?? 0) / US_PER_MS + 1 / US_PER_MS };
}

function newestOf(done: readonly { readonly part: DayPoints; readonly made: Overlaid }[]): NewestValue[] {
  const newest = new Map<number, NewestValue>();
  for (const { part: { seriesId }, made: { brought: { atUs, num, rich } } } of done) {
    const last = atUs.length - 1;
    const atMs = (atUs[last] ?? 0) / US_PER_MS;
    const text = rich?.[last] ?? null;
    if (atMs >= (newest.get(seriesId)?.atMs ?? -Infinity)) newest.set(seriesId, { seriesId, atMs, num: text === null ? (num[last] ?? null) : null, rich: text });
  }
  return [...newest.values()];
}

/** What stood on some days, metric by metric; what nobody takes goes back as it was. */
export interface Standing {
  take(part: { readonly seriesId: number; readonly day: number }): BlockPoints;
  left(): NewBlock[];
}

/** @param rows blocks that were taken out of their table */
export function standingBy(rows: readonly { readonly seriesId: number; readonly bytes: Buffer }[]): Standing {
  const byDay = new Map<string, { seriesId: number; parts: BlockPoints[] }>();
  for (const { seriesId, bytes } of rows) {
    const points = openBlock(bytes);
    const name = `${seriesId} ${Math.floor((points.atUs[0] ?? 0) / US_PER_MS / DAY_MS)}`;
    const known = byDay.get(name) ?? { seriesId, parts: [] };
    known.parts.push(points);
    byDay.set(name, known);
  }
  const whole = (parts: readonly BlockPoints[]): BlockPoints => joined([...parts].sort((a, b) => (a.atUs[0] ?? 0) - (b.atUs[0] ?? 0)));
  return {
    take({ seriesId, day }) {
      const name = `${seriesId} ${day}`;
      const found = byDay.get(name);
      byDay.delete(name);
      return found ? whole(found.parts) : NO_POINTS;
    },
    left: () => [...byDay.values()].flatMap(({ seriesId, parts }) => sealedBlocks(seriesId, whole(parts))),
  };
}
