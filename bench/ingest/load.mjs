// @ts-check
/** The load: many connections, each keeping a window of QoS 1 messages in flight. Packets are encoded once; of a message only its time and its packet id change. */
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
    if (!isEnding) this.send(count);
    else if (this.acked === this.sent) this.onIdle();
  }

  /** @param {number} count */
  send(count) {
    const nowMs = performance.now();
    const first = this.sent % this.window;
    for (let i = 0; i < count; i += 1) {
      const slot = this.sent % this.window;
      this.sent += 1;
      this.tsMs += 1;
      SLOT.stamp(this.slots, slot * SLOT.bytes, this.tsMs, (this.sent % 65_535) + 1);
      this.sentAtMs[slot] = nowMs;
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

function checkIdle() {
  if (!senders.every(({ sent, acked }) => sent === acked)) return;
  process.send?.({ measured, acknowledged, p50Ms: quantile(0.5), p99Ms: quantile(0.99) });
}

process.on('message', (/** @type {any} */ message) => {
  if (message.kind === 'begin') void begin(message).then(() => process.send?.({}));
  if (message.kind === 'measure') {
    latencies = new Float64Array(20_000_000);
    isMeasuring = true;
    process.send?.({});
  }
  if (message.kind === 'end') {
    isMeasuring = false;
    isEnding = true;
  }
});
process.on('disconnect', () => process.exit(0));
