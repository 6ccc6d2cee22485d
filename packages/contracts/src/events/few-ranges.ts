/** A range of one machine that is out of date. */
export interface MachineRange {
  readonly deviceId: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Ranges of one machine nearer than this are told as one: an hour. */
const NEAR_MS = 3_600_000;
/** A machine whose ranges lie so far apart is told whole: whoever hears it recomputes more, and the message stays small. */
const MOST_RANGES = 50;

function joined(ranges: readonly MachineRange[], gapMs: number): MachineRange[] {
  const all: MachineRange[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last && range.fromMs - last.toMs <= gapMs) all[all.length - 1] = { ...last, toMs: Math.max(last.toMs, range.toMs) };
    else all.push(range);
  }
  return all;
}

/** Ranges that cover these, as few as an event should hold: machine by machine, in order of time. */
export function fewRanges(ranges: readonly MachineRange[]): MachineRange[] {
  const byMachine = new Map<string, MachineRange[]>();
  for (const range of ranges.toSorted((x, y) => x.fromMs - y.fromMs)) {
    const own = byMachine.get(range.deviceId);
    if (own) own.push(range);
    else byMachine.set(range.deviceId, [range]);
  }
  return [...byMachine.values()].flatMap((own) => {
    const near = joined(own, NEAR_MS);
    return near.length <= MOST_RANGES ? near : joined(near, Infinity);
  });
}
