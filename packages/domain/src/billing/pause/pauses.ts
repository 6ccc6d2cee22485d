/** A move of a company's life, as bills see it. */
export interface BillingMove {
  /** From 1, in order. */
  readonly moveNo: number;
  /** Whether fees ran up to then, and run from then on. */
  readonly billed: boolean;
  readonly bills: boolean;
  /** Whether it closed. */
  readonly isClosing: boolean;
  /** Local day. */
  readonly day: number;
  readonly atMs: number;
}

/** The end of days without fees, or their settling, as the company closed. */
export interface PauseEnd {
  /** Of the move that ends or settles it: there is one invoice for each. */
  readonly moveNo: number;
  /** The last local day with a fee, where what was paid for days after it is to be given back now; null where it was when it closed. */
  readonly stoppedOn: number | null;
  /** The local day on which it came back, and the first with a fee again; null where it closed. */
  readonly back: { readonly on: number; readonly billsFrom: number } | null;
  readonly atMs: number;
}

/** Local days without a fee, `[fromDay, toDay)`; `toDay` is null while nobody knows. */
export interface Pause {
  readonly fromDay: number;
  readonly toDay: number | null;
}

const inOrder = (moves: readonly BillingMove[]): BillingMove[] => [...moves].sort((a, b) => a.moveNo - b.moveNo);

/** Whether a move ends a pause, or settles it. */
function isEnd({ bills, isClosing }: Pick<BillingMove, 'bills' | 'isClosing'>, { isSettled }: { readonly isSettled: boolean }): boolean {
  return bills || (isClosing && !isSettled);
}

/**
 * The ends of a company's pauses, in order. The day on which it stopped was used, and is paid for, and so is the day on which it comes
 * back. What was never billed is no pause: a trial that is suspended begins to pay with its first plan. Paid days are given back when
 * the company comes back, or closes: who owes is not paid back meanwhile.
 */
export function pauseEnds(moves: readonly BillingMove[]): PauseEnd[] {
  const ends: PauseEnd[] = [];
  let stopped: { readonly on: number; readonly isSettled: boolean } | null = null;
  for (const { moveNo, billed, bills, isClosing, day, atMs } of inOrder(moves)) {
    if (billed && !bills) stopped = { on: day, isSettled: false };
    if (!stopped || !isEnd({ bills, isClosing }, stopped)) continue;
    const back = bills ? { on: day, billsFrom: Math.max(day, stopped.on + 1) } : null;
    ends.push({ moveNo, stoppedOn: stopped.isSettled ? null : stopped.on, back, atMs });
    stopped = bills ? null : { on: stopped.on, isSettled: true };
  }
  return ends;
}

/** A company's pauses, in order: the days between the one on which it stopped and the one on which it came back. */
export function pauses(moves: readonly BillingMove[]): Pause[] {
  const found: Pause[] = [];
  let fromDay: number | null = null;
  for (const { billed, bills, day } of inOrder(moves)) {
    if (billed && !bills) fromDay = day + 1;
    if (!bills || fromDay === null) continue;
    found.push({ fromDay, toDay: Math.max(day, fromDay) });
    fromDay = null;
  }
  return fromDay === null ? found : [...found, { fromDay, toDay: null }];
}

/** Whether fees rested at an instant; they did not where nothing is known of a company, as before moves were kept. */
export function isPausedAt(atMs: number, moves: readonly BillingMove[]): boolean {
  const before = inOrder(moves).filter((move) => move.atMs <= atMs);
  const stop = before.findLastIndex(({ billed, bills }) => billed && !bills);
  return stop >= 0 && before.slice(stop).every(({ bills }) => !bills);
}
