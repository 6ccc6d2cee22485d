import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { type ArrivedStamps, cellsOf, readingsOf, tallyOf } from '@tenon/domain/ledger';
import { DAY_MS, type TimeRange } from '@tenon/kernel';
import { int8s, PG_EPOCH_US, type TakenRows } from '../blocks/taken-rows.js';
import { LedgerDayRepository } from '../persistence/ledger-day.repository.js';
import { LedgerMachineRepository } from '../persistence/ledger-machine.repository.js';
import type { MachineShape, Stretch } from '../persistence/compaction.repository.js';
import { stampsOfAll } from './machine-stamps.js';

/** Keeps in a machine's ledger what its rows tell and its blocks will not, in the transaction that moves them. */
@Injectable()
export class FoldLedger {
  // Made here: nothing else is asked of them but what stands below.
  private readonly machines = new LedgerMachineRepository();
  private readonly days = new LedgerDayRepository();

  /** Nobody looks at the machine's ledger until the transaction ends. */
  async begin(tx: TenantTx, deviceId: string): Promise<void> {
    await this.machines.hold(tx, [deviceId]);
  }

  /** @param restingUs stamps of each metric that are in blocks already */
  async execute(tx: TenantTx, deviceId: string, { taken, shapes, stretch, restingUs }: { taken: readonly TakenRows[]; shapes: readonly MachineShape[]; stretch: Stretch; restingUs: ReadonlyMap<number, Float64Array> }): Promise<void> {
    const seriesOf = new Map(shapes.map(({ id, seriesIds }) => [id, seriesIds]));
    const stamps = taken.map((rows): ArrivedStamps => ({ ...asTheyCame(rows), restingUs: stampsOfAll(seriesOf.get(rows.shapeId) ?? [], restingUs) }));
    await this.days.fold(tx, deviceId, stretch.dayMs, tallyOf(readingsOf(stamps, [...restingUs.values()]), stretch.dayMs));
  }

  /** Lets quarter-hours of which readings are deleted stay as they were counted: what is deleted came all the same. */
  async freeze(tx: TenantTx, deviceId: string, { fromMs, toMs }: TimeRange): Promise<void> {
    const dayMs = Math.floor(fromMs / DAY_MS) * DAY_MS;
    const [from, to] = cellsOf({ fromMs, toMs }, dayMs);
    await this.days.freeze(tx, deviceId, dayMs, Array.from({ length: to - from }, (_, place) => from + place));
  }
}

/** Each row as often as it was there: of repeats only how many is known. */
function asTheyCame({ ats, firsts, times }: TakenRows): Pick<ArrivedStamps, 'atUs' | 'arrivalUs'> {
  const [atUs, firstUs] = [int8s(ats, PG_EPOCH_US), int8s(firsts, 0)];
  const places = Array.from(atUs, (_, row) => new Array<number>(times.readInt32BE(row * 4)).fill(row)).flat();
  return { atUs: Float64Array.from(places, (row) => atUs[row] as number), arrivalUs: Float64Array.from(places, (row) => firstUs[row] as number) };
}
