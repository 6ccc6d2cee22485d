// @ts-check
/**
 * The load: many connections with a window of QoS 1 messages each, kept full, or filled at a given rate of all together. Packets are encoded once; of a
 * message only its time and its packet id change. What is acknowledged one by one is made up for in fours, so that a peer that answers each message by itself
 * does not wait for a load that is busy writing packets one by one.
 */
import { connect } from 'node:net';
import { encodeConnect, encodeSlot, SLOT } from './packets.mjs';

/** @type {Float64Array} */
let latencies = new Float64Array(0);
let measured = 0;
let acknowledged = 0;
let isMeasuring = false;
let isEnding = false;
/** @type {Sender[]} */
let senders = [];
/** @type {NodeJS.Timeout | undefined} */
let pacing;

/** Of a window, how much must be free before it is filled again. */
const REFILL_SHARE = 10;
const PACE_EVERY_MS = 2;

class Sender {
  /**
   * @param {{ port: number, token: string, window: number, onOpen: () => void, onIdle: () => void }} options
   */
  constructor({ port, token, window, onOpen, onIdle }) {
    this.window = window;
    this.onOpen = onOpen;
    this.onIdle = onIdle;
    this.slots = Buffer.concat(Array.from({ length: window }, (_, i) => encodeSlot(i)));
    this.sentAtMs = new Float64Array(window);
    this.sent = 0;
    this.acked = 0;
    /** @type {number[]} When those that are due and not sent yet were due, where a rate is kept. */
    this.due = [];
    this.tsMs = Date.now();
    this.rest = 0;
    this.isOpen = false;
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('connect', () => this.socket.write(encodeConnect(token)));
    this.socket.on('data', (chunk) => this.read(chunk));
    this.socket.on('error', (error) => fail(error.message));
    this.socket.on('close', () => isEnding || fail('A connection was closed.'));
  }

  /** @param {Buffer} chunk */
  read(chunk) {
    if (!this.isOpen) {
      if (chunk[0] !== 0x20 || chunk[3] !== 0) fail(`Refused: ${chunk.toString('hex')}`);
      this.isOpen = true;
      this.onOpen();
      return;
    }
    if (chunk[(4 - this.rest) % 4] !== 0x40 && chunk.length >= 4) fail(`Not a PUBACK: ${chunk.toString('hex', 0, 8)}`);
    const bytes = this.rest + chunk.length;
    this.rest = bytes % 4;
    this.settle(bytes >> 2);
  }

  /** @param {number} count */
  settle(count) {
    const nowMs = performance.now();
    acknowledged += count;
    for (let i = 0; i < count; i += 1) {
      if (isMeasuring && measured < latencies.length) latencies[measured++] = nowMs - /** @type {number} */ (this.sentAtMs[this.acked % this.window]);
      this.acked += 1;
    }
    if (isEnding) return this.acked === this.sent ? this.onIdle() : undefined;
    if (pacing) return this.sendDue();
    const free = this.window - (this.sent - this.acked);
    if (free >= this.window / REFILL_SHARE) this.send(free);
  }

  /** What the window has room for; the rest waits, and its wait counts. */
  sendDue() {
    const count = Math.min(this.due.length, this.window - (this.sent - this.acked));
    if (count > 0) this.send(count, this.due.splice(0, count));
  }

  /** @param {number} count @param {readonly number[]} [dueMs] since when each was to be sent, if not now */
  send(count, dueMs = []) {
    const nowMs = performance.now();
    const first = this.sent % this.window;
    for (let i = 0; i < count; i += 1) {
      const slot = this.sent % this.window;
      this.sent += 1;
      this.tsMs += 1;
      SLOT.stamp(this.slots, slot * SLOT.bytes, this.tsMs, (this.sent % 65_535) + 1);
      this.sentAtMs[slot] = dueMs[i] ?? nowMs;
    }
    // The ring's slots that are free again; what is past its end begins anew at its start.
    const end = first + count;
    this.socket.write(this.slots.subarray(first * SLOT.bytes, Math.min(end, this.window) * SLOT.bytes));
    if (end > this.window) this.socket.write(this.slots.subarray(0, (end - this.window) * SLOT.bytes));
  }
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** @param {number} share */
function quantile(share) {
  const sorted = latencies.subarray(0, measured).sort();
  return sorted[Math.min(measured - 1, Math.floor(measured * share))] ?? 0;
}

/** @param {{ connections: number, window: number, port: number, tokens: readonly string[] }} options */
async function begin({ connections, window, port, tokens }) {
  senders = [];
  for (let i = 0; i < connections; i += 1) {
    await new Promise((resolve) => {
      const sender = new Sender({ port, token: tokens[i] ?? '', window, onOpen: () => resolve(undefined), onIdle: () => checkIdle() });
      senders.push(sender);
    });
  }
  for (const sender of senders) sender.send(window);
}

/** Sends so many a second, by turns; each is due at its time, whatever becomes of those before it. @param {number} perSecond */
function pace(perSecond) {
  const startedMs = performance.now();
  let due = 0;
  pacing = setInterval(() => {
    if (isEnding) return;
    const until = Math.floor(((performance.now() - startedMs) * perSecond) / 1_000);
    const behind = until - due;
    for (; due < until; due += 1) senders[due % senders.length]?.due.push(startedMs + (due * 1_000) / perSecond);
    for (let i = Math.min(behind, senders.length); i > 0; i -= 1) senders[(due - i) % senders.length]?.sendDue();
  }, PACE_EVERY_MS);
}

function checkIdle() {
  if (!senders.every(({ sent, acked }) => sent === acked)) return;
  clearInterval(pacing);
  process.send?.({ acknowledged });
}

function beginMeasuring() {
  latencies = new Float64Array(10_000_000);
  measured = 0;
  isMeasuring = true;
}

process.on('message', (/** @type {any} */ message) => {
  if (message.kind === 'begin') void begin(message).then(() => process.send?.({}));
  if (message.kind === 'pace') {
    pace(message.perSecond);
    process.send?.({});
  }
  if (message.kind === 'measure') {
    beginMeasuring();
    process.send?.({});
  }
  if (message.kind === 'measured') {
    isMeasuring = false;
    process.send?.({ measured, p50Ms: quantile(0.5), p99Ms: quantile(0.99) });
  }
  if (message.kind === 'end') {
    isEnding = true;
    checkIdle();
  }
});
process.on('disconnect', () => process.exit(0));
