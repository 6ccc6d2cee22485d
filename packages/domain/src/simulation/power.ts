import type { DayPlan } from './day-plan.js';
import { CHANGEOVER, IDLE, RUNNING } from './machine-state.js';
import type { Mould } from './moulds.js';
import { DAY_MINUTES } from './plant-calendar.js';
import type { MouldingProfile } from './profiles.js';
import { CHANNEL, unitAt, wanderRow } from './random.js';

// Bound once: these are called millions of times, and a test's realm looks globals up slowly.
const { cos, exp, sin } = Math;

/** What a machine's power depends on. */
export interface PowerContext {
  readonly seed: number;
  readonly profile: MouldingProfile;
  readonly moulds: readonly Mould[];
}

/** Power and energy of one production day. */
export interface DayPower {
  /** kW at the start of each minute and at the day's end; length 1,441. */
  readonly knotsKw: Float64Array;
  /** kWh from the day's start to each of them; length 1,441. */
  readonly energyKwh: Float64Array;
}

/** Power and the energy since the minute's start at one instant. */
export interface PowerReading {
  readonly powerKw: number;
  readonly energyKwh: number;
}

const MINUTES_PER_HOUR = 60;
const NOISE_MINUTES = 8;
const HEAT_UP_BOOST = 2.3;
const HEAT_UP_MINUTES = 13;
// Whole waves in a minute, so that the ripple is nothing at each minute's ends and adds nothing to the minute's energy.
const RIPPLE_TURNS = 2 * 2 * Math.PI;

function driveShare(state: number): number {
  if (state === RUNNING) return 1;
  if (state === CHANGEOVER) return 0.2;
  return state === IDLE ? 0.1 : 0.04;
}

/** Power at the start of a minute. @param hotMinutes how long the barrel has been heated @param noise from -1 to 1 */
function knotKw({ seed, profile, moulds }: PowerContext, plan: DayPlan, m: number, hotMinutes: number, noise: number): number {
  if (plan.heated[m] !== 1) return profile.standbyKw;
  const mould = moulds[plan.moulds[m] ?? 0] as Mould;
  const boost = hotMinutes < 8 * HEAT_UP_MINUTES ? HEAT_UP_BOOST * exp(-hotMinutes / HEAT_UP_MINUTES) : 0;
  const heat = profile.heatingKw * mould.heatFactor * (1 + boost);
  const drive = profile.driveKw * mould.driveFactor * driveShare(plan.states[m] ?? RUNNING);
  const jitter = unitAt(seed, CHANNEL.powerRipple, -(plan.day * DAY_MINUTES + m)) - 0.5;
  return profile.standbyKw + heat * (1 + 0.04 * noise) + drive * (1 + 0.035 * noise + 0.03 * jitter);
}

/**
 * The day's power, a straight line between the minutes' starts, and its exact integral. The last knot is the next day's first, so days join.
 */
export function dayPower(context: PowerContext, plan: DayPlan, next: DayPlan): DayPower {
  const knotsKw = new Float64Array(DAY_MINUTES + 1);
  const energyKwh = new Float64Array(DAY_MINUTES + 1);
  const noise = wanderRow(context.seed, CHANNEL.power, plan.day * DAY_MINUTES, NOISE_MINUTES, DAY_MINUTES + 1);
  let hotMinutes = plan.isHotAtStart ? DAY_MINUTES : 0;
  let before = 0;
  let sumKwh = 0;
  for (let m = 0; m <= DAY_MINUTES; m += 1) {
    const isEnd = m === DAY_MINUTES;
    if (isEnd) hotMinutes = next.isHotAtStart ? DAY_MINUTES : 0;
    const kw = knotKw(context, isEnd ? next : plan, isEnd ? 0 : m, hotMinutes, noise[m] ?? 0);
    if (m > 0) sumKwh += (before + kw) / 2 / MINUTES_PER_HOUR;
    knotsKw[m] = kw;
    energyKwh[m] = sumKwh;
    before = kw;
    hotMinutes = plan.heated[m] === 1 ? hotMinutes + 1 : 0;
  }
  return { knotsKw, energyKwh };
}

/**
 * Power within a minute: the straight line and, while moulding, the ripple of the cycles, both with their exact integrals.
 * @param fraction of the minute that has passed, [0, 1)
 */
export function powerWithin(context: PowerContext, power: DayPower, plan: DayPlan, m: number, fraction: number): PowerReading {
  const [from, to] = [power.knotsKw[m] ?? 0, power.knotsKw[m + 1] ?? 0];
  const swing = unitAt(context.seed, CHANNEL.powerRipple, plan.day * DAY_MINUTES + m) - 0.5;
  const height = plan.states[m] === RUNNING ? 0.16 * context.profile.driveKw * swing : 0;
  const powerKw = from + (to - from) * fraction + height * sin(RIPPLE_TURNS * fraction);
  const lineKwh = from * fraction + ((to - from) * fraction * fraction) / 2;
  const rippleKwh = (height * (1 - cos(RIPPLE_TURNS * fraction))) / RIPPLE_TURNS;
  return { powerKw, energyKwh: (lineKwh + rippleKwh) / MINUTES_PER_HOUR };
}
