// @ts-check
import { connect } from 'node:net';
import { encodeConnect, encodeTelemetry } from '../ingest/packets.mjs';

const [CONNACK, PUBACK] = [0x20, 0x40];

/** A machine of MQTT 3.1.1, as little as does. */
export class Machine {
  /** @param {number} port @param {string} token */
  constructor(port, token) {
    this.port = port;
    this.token = token;
    /** @type {Map<number, { sentAtMs: number, settle: (ms: number) => void }>} */
    this.waiting = new Map();
    this.packetId = 0;
    this.isClosing = false;
  }

  /** @returns {Promise<boolean>} whether it was let in */
  connect() {
    this.isClosing = false;
    return new Promise((resolve) => {
      const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
      this.socket = socket;
      let rest = Buffer.alloc(0);
      socket.on('connect', () => socket.write(encodeConnect(this.token)));
      socket.on('error', () => resolve(false));
      socket.on('close', () => resolve(false));
      socket.on('data', (chunk) => {
        rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
        while (rest.length >= 4) {
          if (rest[0] === CONNACK) resolve(rest[3] === 0);
          else if (rest[0] === PUBACK) this.acknowledged(rest.readUInt16BE(2));
          rest = rest.subarray(2 + (rest[1] ?? 0));
        }
      });
    });
  }

  /** @param {string} payload @returns {Promise<number>} milliseconds until it was acknowledged */
  publish(payload) {
    this.packetId = (this.packetId % 65_535) + 1;
    const id = this.packetId;
    return new Promise((settle) => {
      this.waiting.set(id, { sentAtMs: performance.now(), settle });
      this.socket?.write(encodeTelemetry(payload, id));
    });
  }

  /** As when the power goes. */
  drop() {
    this.waiting.clear();
    this.socket?.destroy();
  }

  /** @param {number} id */
  acknowledged(id) {
    const waited = this.waiting.get(id);
    this.waiting.delete(id);
    waited?.settle(performance.now() - waited.sentAtMs);
  }
}

/** @param {number} ms */
export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
