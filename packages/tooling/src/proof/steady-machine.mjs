// @ts-check
import { randomBytes } from 'node:crypto';
import mqtt from 'mqtt';

/** Of one machine, unanswered. */
const MOST_OPEN = 20;
/** Text that no compression makes small, so that a small disk is soon full. */
const FILLING_BYTES = 3_000;

/** A machine that publishes with QoS 1 for as long as it is answered, and sends again what was not. */
export class SteadyMachine {
  /** Times, in milliseconds, of the readings that were acknowledged. @type {Set<number>} */
  acknowledged = new Set();
  /** @type {Set<number>} */
  #open = new Set();
  #isEnding = false;

  /** @param {{ mqttUrl?: string, demo?: { token: string } }} platform */
  constructor({ mqttUrl = '', demo }) {
    this.client = mqtt.connect(mqttUrl, { username: demo?.token ?? '', clientId: 'proof-steady', clean: false, protocolVersion: 5, properties: { sessionExpiryInterval: 3_600 }, reconnectPeriod: 500, reconnectOnConnackError: true, connectTimeout: 5_000 });
    this.client.on('error', () => undefined);
    let next = Date.now();
    this.timer = setInterval(() => {
      while (this.client.connected && this.#open.size < MOST_OPEN) this.#publish((next += 1));
    }, 20);
  }

  /** @param {number} ts */
  #publish(ts) {
    this.#open.add(ts);
    const body = JSON.stringify({ ts, values: { filling: randomBytes(FILLING_BYTES).toString('base64') } });
    this.client.publish('v1/devices/me/telemetry', body, { qos: 1 }, (error) => {
      this.#open.delete(ts);
      if (!error) this.acknowledged.add(ts);
    });
  }

  /** Publishes no more, and waits until all that it did publish is answered. */
  async end() {
    if (this.#isEnding) return;
    this.#isEnding = true;
    clearInterval(this.timer);
    while (this.#open.size > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await this.client.endAsync();
  }

  /** Without waiting for anything. */
  cut() {
    clearInterval(this.timer);
    this.client.end(true);
  }
}
