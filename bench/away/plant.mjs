// @ts-check
import { connect } from 'mqtt';

const EVERY_MS = 50;
/** Of one machine, unanswered: a real one does not heap up for ever either. */
const MOST_OPEN = 50;

/** Machines that publish for as long as they are answered, connect again by themselves, and send again what was not acknowledged. */
export class Plant {
  acknowledged = 0;
  /** @type {Set<number>} */
  #heardOf = new Set();
  #open = 0;
  #isClosing = false;

  /** @param {{ port: number, tokens: readonly string[] }} options */
  constructor({ port, tokens }) {
    this.clients = tokens.map((username, at) => {
      const client = connect({ host: '127.0.0.1', port, username, clientId: `away-${at}`, clean: false, protocolVersion: 5, properties: { sessionExpiryInterval: 3_600 }, reconnectPeriod: 500, connectTimeout: 3_000 });
      client.on('error', () => undefined);
      return client;
    });
    const startedAtMs = Date.now();
    let tick = 0;
    this.timer = setInterval(() => {
      tick += 1;
      for (const [at, client] of this.clients.entries()) if (client.connected && this.#openOf(client) < MOST_OPEN) this.#publish(client, at, startedAtMs + tick);
    }, EVERY_MS);
  }

  /** How many machines had something acknowledged since it was last forgotten. */
  get heard() {
    return this.#heardOf.size;
  }

  forgetWhoWasHeard() {
    this.#heardOf.clear();
  }

  /** @type {WeakMap<import('mqtt').MqttClient, number>} */
  #opened = new WeakMap();

  /** @param {import('mqtt').MqttClient} client */
  #openOf(client) {
    return this.#opened.get(client) ?? 0;
  }

  /** @param {import('mqtt').MqttClient} client @param {number} at @param {number} ts */
  #publish(client, at, ts) {
    this.#opened.set(client, this.#openOf(client) + 1);
    this.#open += 1;
    client.publish('v1/devices/me/telemetry', JSON.stringify({ ts, values: { m: ts % 1_000 } }), { qos: 1 }, (error) => {
      this.#opened.set(client, this.#openOf(client) - 1);
      this.#open -= 1;
      if (error) return;
      this.acknowledged += 1;
      this.#heardOf.add(at);
    });
  }

  /** Ends when all that was published is answered. */
  async close() {
    if (this.#isClosing) return;
    this.#isClosing = true;
    clearInterval(this.timer);
    while (this.#open > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all(this.clients.map((client) => client.endAsync()));
  }
}
