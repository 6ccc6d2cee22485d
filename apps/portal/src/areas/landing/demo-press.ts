import { MOULDING_PROFILES, mouldingMachine, type MouldingMachine, type MouldingValues } from '@tenon/domain/simulation';

const HOUR_MS = 3_600_000;
const STEP_MS = 30_000;
const CHOICE_HOLDS_MS = 10 * 60_000;
const SEED = 'landing';
const DAY_MS = 24 * HOUR_MS;
/** The simulated shop stands in China, which keeps UTC+8 all year. */
const SHOP_OFFSET_MS = 8 * HOUR_MS;

/** What the landing page shows of a machine: its values now and its power over the last hour. */
export interface DemoMoment {
  readonly atMs: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly values: MouldingValues;
  /** Since the site's midnight. */
  readonly goodToday: number;
  readonly energyTodayKwh: number;
  /** kW, one every 30 s, the oldest first. */
  readonly powerKw: readonly number[];
}

let shop: readonly MouldingMachine[] | undefined;
let chosen: { machine: MouldingMachine; untilMs: number } | undefined;

/** A machine that is at work now, so that there is something to see; the one that works three shifts, where none is. */
function machineAtWork(nowMs: number): MouldingMachine {
  if (chosen && chosen.untilMs > nowMs) return chosen.machine;
  const byShifts = [...MOULDING_PROFILES].sort((a, b) => Number(b.shiftPattern === 'three-shift') - Number(a.shiftPattern === 'three-shift'));
  shop ??= byShifts.filter((profile) => !profile.isOutOfService).map((profile) => mouldingMachine({ seed: SEED, profile }));
  const machine = shop.find((candidate) => candidate.sampleAt(nowMs).values.machine_state === 'running') ?? shop[0];
  if (!machine) throw new Error('The simulated shop has no machine in service.');
  chosen = { machine, untilMs: nowMs + CHOICE_HOLDS_MS };
  return machine;
}

/** A simulated machine of the same kind that a new company can add, as it is at this instant. */
export function demoMoment(nowMs: number): DemoMoment {
  const machine = machineAtWork(nowMs);
  const endMs = Math.floor(nowMs / STEP_MS) * STEP_MS;
  const midnightMs = Math.floor((nowMs + SHOP_OFFSET_MS) / DAY_MS) * DAY_MS - SHOP_OFFSET_MS;
  const { values } = machine.sampleAt(nowMs);
  const { values: atMidnight } = machine.sampleAt(midnightMs);
  const hour = [...machine.history({ fromMs: endMs - HOUR_MS, toMs: endMs + 1 }, STEP_MS)];
  return {
    atMs: nowMs,
    nameZh: machine.profile.nameZh,
    nameEn: machine.profile.nameEn,
    values,
    goodToday: values.good_count - atMidnight.good_count,
    energyTodayKwh: values.energy_kwh - atMidnight.energy_kwh,
    powerKw: hour.map((sample) => sample.values.power_kw),
  };
}
