// @ts-check
import { Machine, wait } from './machine.mjs';

const EVERY_MS = 250;

/** Machines of a company that has nothing to do with it, each sending four times a second, and how long they wait to be acknowledged. */
export class Bystanders {
  /** @param {number} port @param {readonly string[]} tokens */
  constructor(port, tokens) {
    this.machines = tokens.map((token) => new Machine(port, token));
    /** @type {number[]} */
    this.waited = [];
    this.sent = 0;
    this.isOn = true;
  }

  async begin() {
    for (const machine of this.machines) if (!(await machine.connect())) throw new Error('A bystander was not let in.');
    this.work = this.machines.map((machine, place) => this.send(machine, (place * EVERY_MS) / this.machines.length));
  }

  /** @param {Machine} machine @param {number} afterMs */
  async send(machine, afterMs) {
    await wait(afterMs);
    while (this.isOn) {
      const payload = JSON.stringify({ ts: Date.now(), values: { power_kw: 11.25, energy_kwh: 4510.5, oil_temp: 51.5, shots: 8110 } });
      this.sent += 1;
      void machine.publish(payload).then((ms) => this.waited.push(ms));
      await wait(EVERY_MS);
    }
  }

  /** What they waited while something is done, and nothing else. @param {() => Promise<unknown>} work */
  async during(work) {
    [this.waited, this.sent] = [[], 0];
    await work();
    const lost = this.sent - this.waited.length;
    const sorted = this.waited.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
    return { messages: sorted.length, unanswered: lost, p50Ms: at(0.5), p99Ms: at(0.99) };
  }

  async end() {
    this.isOn = false;
    await Promise.all(this.work ?? []);
    for (const machine of this.machines) machine.drop();
  }
}
