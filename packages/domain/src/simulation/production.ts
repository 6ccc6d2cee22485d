import { MINUTE_MS } from '@tenon/kernel';
import type { DayPlan } from './day-plan.js';
import { CHANGEOVER, RUNNING } from './machine-state.js';
import type { Mould } from './moulds.js';
import { DAY_MINUTES } from './plant-calendar.js';
import { CHANNEL, unitAt, wander } from './random.js';

// Bound once: these are called millions of times, and a test's realm looks globals up slowly.
const { exp, floor, max, min } = Math;

/** A stretch of moulding without an interruption, with one mould. */
export interface Run {
  /** First minute, counted from production day 0: the run's own coordinate in the randomness. */
  readonly key: number;
  readonly startMinute: number;
  readonly mould: Mould;
  readonly shotMs: number;
  /** Shots completed by the end; the one begun last is lost. */
  readonly shots: number;
  /** Shots after the start that are thrown away until the process is stable. */
  readonly startShots: number;
  /** Scrap rate just after those, falling away over `burstShots`. */
  readonly burst: number;
  readonly burstShots: number;
}

/** Parts made by some moment. */
export interface Parts {
  readonly good: number;
  readonly scrap: number;
}

// A shot's end strays from its place in the row by at most this share of a cycle.
const STRAY = 0.016;

function stray(seed: number, run: Run, shot: number): number {
  if (shot < 0) return 0;
  return 0.012 * wander(seed, CHANNEL.shotWander, run.key + shot / 25) + 0.008 * (unitAt(seed, CHANNEL.shot + run.key * 16, shot) - 0.5);
}

/** When a shot (from 0) is completed, in milliseconds after the run's start. */
export function shotEndMs(seed: number, run: Run, shot: number): number {
  return (shot + 1 + stray(seed, run, shot)) * run.shotMs;
}

/** How long a shot took, in seconds. */
export function shotTimeS(seed: number, run: Run, shot: number): number {
  return ((1 + stray(seed, run, shot) - stray(seed, run, shot - 1)) * run.shotMs) / 1_000;
}

/** How many shots were completed `elapsedMs` after the run's start. */
export function shotsAfter(seed: number, run: Run, elapsedMs: number): number {
  let shots = min(run.shots, max(0, floor(elapsedMs / run.shotMs)));
  if (shots > 0 && shotEndMs(seed, run, shots - 1) > elapsedMs) shots -= 1;
  else if (shots < run.shots && shotEndMs(seed, run, shots) <= elapsedMs) shots += 1;
  return shots;
}

/** Share of shots scrapped at a shot's place in the run. */
function scrapRateAt(run: Run, shot: number): number {
  const since = shot - run.startShots;
  if (since < 0) return 1;
  return run.mould.scrapRate + (since < 6 * run.burstShots ? run.burst * exp(-since / run.burstShots) : 0);
}

/** What an interruption costs in scrap when the machine starts again. */
function startScrap(pauseMinutes: number, isAfterChangeover: boolean, isFirst: boolean, u: number): Pick<Run, 'startShots' | 'burst' | 'burstShots'> {
  if (isAfterChangeover) return { startShots: 5 + floor(u * 8), burst: 0.32, burstShots: 24 };
  if (isFirst) return { startShots: 4 + floor(u * 5), burst: 0.12, burstShots: 14 };
  if (pauseMinutes >= 8) return { startShots: 1 + floor(u * 3), burst: 0.05, burstShots: 6 };
  return { startShots: 0, burst: 0, burstShots: 1 };
}

function runOf(seed: number, plan: DayPlan, moulds: readonly Mould[], from: number, to: number, pauseFrom: number): Run {
  const mould = moulds[plan.moulds[from] ?? 0] as Mould;
  const key = plan.day * DAY_MINUTES + from;
  const u = unitAt(seed, CHANNEL.run, key);
  const shotMs = mould.cycleTimeS * 1_000 * (0.985 + 0.03 * u);
  const isAfterChangeover = plan.states.subarray(pauseFrom, from).includes(CHANGEOVER);
  const isFirst = pauseFrom === 0 && from > 0 && !plan.isHotAtStart;
  return {
    key,
    startMinute: from,
    mould,
    shotMs,
    shots: max(0, floor(((to - from) * MINUTE_MS) / shotMs - STRAY)),
    ...startScrap(from - pauseFrom, isAfterChangeover, isFirst, unitAt(seed, CHANNEL.run, -key)),
  };
}

/** The runs of a day, in order. */
export function runsOf(seed: number, plan: DayPlan, moulds: readonly Mould[]): Run[] {
  const runs: Run[] = [];
  let pauseFrom = 0;
  let m = 0;
  while (m < DAY_MINUTES) {
    if (plan.states[m] !== RUNNING) {
      m += 1;
      continue;
    }
    let to = m + 1;
    while (to < DAY_MINUTES && plan.states[to] === RUNNING && plan.moulds[to] === plan.moulds[m]) to += 1;
    runs.push(runOf(seed, plan, moulds, m, to, pauseFrom));
    pauseFrom = to;
    m = to;
  }
  return runs;
}

/** Shots scrapped among a run's first 0, 1, 2 … shots; length `shots + 1`. */
export function scrapCounts(seed: number, run: Run): Uint16Array {
  const counts = new Uint16Array(run.shots + 1);
  const channel = CHANNEL.scrap + run.key * 16;
  let scrapped = 0;
  for (let shot = 0; shot < run.shots; shot += 1) {
    if (unitAt(seed, channel, shot) < scrapRateAt(run, shot)) scrapped += 1;
    counts[shot + 1] = scrapped;
  }
  return counts;
}

/** Parts of a run's first `shots` shots, of which `scrapped` were scrapped: a shot is kept or thrown away as a whole. */
export function partsOf(run: Run, shots: number, scrapped: number): Parts {
  return { good: (shots - scrapped) * run.mould.cavities, scrap: scrapped * run.mould.cavities };
}
