import { CHANGEOVER, FAULT, IDLE, RUNNING, STOPPED } from './machine-state.js';
import { MOULDS_PER_MACHINE } from './moulds.js';
import { breaksOf, DAY_MINUTES, isWorkDay, shiftsOn, WARM_UP_MINUTES } from './plant-calendar.js';
import type { MouldingProfile } from './profiles.js';
import { CHANNEL, Draws } from './random.js';

/** What a machine does in each minute of one production day. */
export interface DayPlan {
  readonly day: number;
  /** Place in `MACHINE_STATES`, a minute each. */
  readonly states: Uint8Array;
  /** Index of the mould on the machine, a minute each. */
  readonly moulds: Uint8Array;
  /** 1 while the barrel is heated, a minute each. */
  readonly heated: Uint8Array;
  /** Whether the barrel was hot when the day began. */
  readonly isHotAtStart: boolean;
}

/** What planning a machine's days depends on. */
export interface PlanContext {
  readonly seed: number;
  readonly profile: MouldingProfile;
  /** First minute (of production day 0 on) in which the machine is out of service; `Infinity` for never. */
  readonly outOfServiceFromMinute: number;
}

interface Changeover {
  readonly minute: number;
  readonly minutes: number;
  readonly mould: number;
}

const TWO_SHIFT_MINUTES = 960;
const LONGEST_LOOK_BACK_DAYS = 30;
const BREAKDOWN_MINUTES = 45;

function window({ profile }: PlanContext, day: number): { from: number; to: number } {
  const shifts = shiftsOn(profile.shiftPattern, day);
  return { from: shifts[0]?.from ?? 0, to: shifts.at(-1)?.to ?? 0 };
}

function changeoversOn(context: PlanContext, day: number): Changeover[] {
  const { from, to } = window(context, day);
  if (to === from) return [];
  const draws = new Draws(context.seed, CHANNEL.changeover, day);
  const { changeoversPerDay, changeoverMinutes } = context.profile;
  const count = draws.times((changeoversPerDay * (to - from)) / TWO_SHIFT_MINUTES);
  const changes = Array.from({ length: count }, () => ({
    minute: Math.floor(draws.between(from + 20, to - 90)),
    minutes: Math.round(changeoverMinutes * draws.between(0.65, 1.5)),
    mould: Math.floor(draws.between(0, MOULDS_PER_MACHINE)),
  }));
  return changes.sort((a, b) => a.minute - b.minute);
}

/** The mould that the latest earlier changeover left on the machine. */
function mouldAtStart(context: PlanContext, day: number): number {
  for (let earlier = day - 1; earlier > day - LONGEST_LOOK_BACK_DAYS; earlier -= 1) {
    const last = changeoversOn(context, earlier).at(-1);
    if (last) return last.mould;
  }
  return 0;
}

/** Fills a span with a state, but only where the machine would be running: what came first stands. */
function interrupt(states: Uint8Array, from: number, minutes: number, state: number): void {
  const to = Math.min(DAY_MINUTES, Math.floor(from) + Math.max(1, Math.round(minutes)));
  for (let m = Math.max(0, Math.floor(from)); m < to; m += 1) {
    if (states[m] === RUNNING) states[m] = state;
  }
}

/** Faults, waiting for people or material, lack of orders, and the many short stops. Lengths lean to the short side, as a square of a uniform draw does. */
function drawEvents(context: PlanContext, day: number, states: Uint8Array): void {
  const { from, to } = window(context, day);
  const draws = new Draws(context.seed, CHANNEL.event, day);
  const share = (to - from) / TWO_SHIFT_MINUTES;
  const each = (perDay: number, low: number, high: number, state: () => number) => {
    for (let n = draws.times(perDay * share); n > 0; n -= 1) {
      const start = draws.between(from, to);
      interrupt(states, start, low + (high - low) * draws.unit() ** 2, state());
    }
  };
  each(context.profile.faultsPerDay, 8, 110, () => FAULT);
  each(context.profile.waitsPerDay, 10, 70, () => IDLE);
  each(0.08, 60, 200, () => STOPPED);
  each(13, 1, 11, () => (draws.unit() < 0.6 ? IDLE : STOPPED));
}

/** A breakdown: a fault if it was at work, then switched off for good. */
function takeOutOfService(context: PlanContext, plan: DayPlan): void {
  const from = context.outOfServiceFromMinute - plan.day * DAY_MINUTES;
  for (let m = Math.max(0, from); m < DAY_MINUTES; m += 1) {
    const isBreakdown = m < from + BREAKDOWN_MINUTES && plan.heated[m] === 1;
    plan.states[m] = isBreakdown ? FAULT : STOPPED;
    plan.heated[m] = isBreakdown ? 1 : 0;
  }
}

function paintShifts(context: PlanContext, day: number, states: Uint8Array, heated: Uint8Array, isHotAtStart: boolean): void {
  const { from, to } = window(context, day);
  const start = isHotAtStart ? from : Math.max(0, from - WARM_UP_MINUTES);
  states.fill(IDLE, start, start + (isHotAtStart ? 0 : WARM_UP_MINUTES));
  states.fill(RUNNING, isHotAtStart ? from : start + WARM_UP_MINUTES, to);
  heated.fill(1, start, to);
  if (context.profile.isRunThroughBreaks) return;
  for (const pause of breaksOf(context.profile.shiftPattern)) interrupt(states, pause.from, pause.to - pause.from, IDLE);
}

/** Plans one production day from the seed and the day's number alone: what days before it left behind is looked up, not carried along. */
export function planDay(context: PlanContext, day: number): DayPlan {
  const { profile } = context;
  const isHotAtStart = profile.shiftPattern === 'three-shift' && isWorkDay(day - 1) && day * DAY_MINUTES <= context.outOfServiceFromMinute;
  const plan: DayPlan = {
    day,
    states: new Uint8Array(DAY_MINUTES).fill(STOPPED),
    moulds: new Uint8Array(DAY_MINUTES).fill(mouldAtStart(context, day)),
    heated: new Uint8Array(DAY_MINUTES),
    isHotAtStart,
  };
  const { from, to } = window(context, day);
  if (to > from) {
    paintShifts(context, day, plan.states, plan.heated, isHotAtStart);
    for (const change of changeoversOn(context, day)) {
      interrupt(plan.states, change.minute, change.minutes, CHANGEOVER);
      plan.moulds.fill(change.mould, change.minute);
    }
    drawEvents(context, day, plan.states);
  }
  takeOutOfService(context, plan);
  return plan;
}
