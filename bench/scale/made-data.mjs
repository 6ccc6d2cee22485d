// @ts-check
/**
 * What a plant sends, one message of four metrics a machine and second: a temperature that walks by tenths, a power to two places that swings and flickers, pieces
 * counted, and a state that changes now and then. The same at each reading of it, so that what is stored in one place is stored in another.
 */
export const METRICS = 4;
export const KEYS = /** @type {const} */ (['temperature', 'power_kw', 'pieces', 'state']);
export const DAY_MS = 86_400_000;
export const FROM_MS = Date.UTC(2026, 0, 1);
const STEP_MS = 1_000;
export const MESSAGES_A_DAY = DAY_MS / STEP_MS;
export const POINTS_A_DAY = MESSAGES_A_DAY * METRICS;

/** @typedef {{ machine: number, atMs: number, values: readonly [number, number, number, number] }} Message */

/** Numbers of [0, 1) that look like chance and are the same for one seed (mulberry32). @param {number} seed */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * One machine's day. Each begins by its own numbers, so that any of them can be made without those before.
 * @param {number} machine
 * @param {number} day
 */
function machineDay(machine, day) {
  const throws = dice(machine * 7_919 + day * 104_729 + 1);
  let [temperature, pieces, state] = [55 + throws() * 20, 1_000_000 + day * 20_000, 1];
  return (/** @type {number} */ atMs) => {
    temperature += (throws() + throws() + throws() - 1.5) / 5 + (65 - temperature) / 5_000;
    if (throws() < 0.2) pieces += 1;
    if (throws() < 0.001) state = (state % 4) + 1;
    const power = 12 + 3 * Math.sin(atMs / 900_000) + (throws() + throws() - 1) / 2;
    return /** @type {const} */ ([Math.round(temperature * 10) / 10, Math.round(power * 100) / 100, pieces, state]);
  };
}

/**
 * Machines of one day as their messages come: second after second, and in each one machine after the other.
 * @param {{ day: number, machines: readonly number[] }} lot
 * @returns {Generator<Message>}
 */
export function* messagesOf({ day, machines }) {
  const each = machines.map((machine) => ({ machine, next: machineDay(machine, day) }));
  const fromMs = FROM_MS + day * DAY_MS;
  for (let atMs = fromMs; atMs < fromMs + DAY_MS; atMs += STEP_MS) {
    for (const { machine, next } of each) yield { machine, atMs, values: next(atMs) };
  }
}

/**
 * The same in lots that are held at once.
 * @template T
 * @param {Iterable<Message>} messages
 * @param {number} size
 * @param {(message: Message) => T} shown
 * @returns {Generator<T[]>}
 */
export function* chunksOf(messages, size, shown) {
  /** @type {T[]} */
  let chunk = [];
  for (const message of messages) {
    chunk.push(shown(message));
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
