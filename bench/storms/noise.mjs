// @ts-check
/** Who makes the noise, in a process of its own, so that what it costs to make it is not what the bystanders wait for. */
import { Machine, wait } from './machine.mjs';

/** @typedef {{ port: number, tokens: string[], seconds: number, perSecond?: number }} Noise */

const LONGEST_REST_MS = 2_000;

/** @type {Record<string, (noise: Noise) => Promise<Record<string, number>>>} */
const NOISES = {
  /** All machines connect and send something, lose their connections at one moment, and come back at once; whoever is refused tries again a moment later. */
  async reconnect({ port, tokens }) {
    const machines = tokens.map((token) => new Machine(port, token));
    const said = () => JSON.stringify({ ts: Date.now(), values: { power_kw: 1 } });
    await Promise.all(machines.map(async (machine) => comeBack(machine).then(() => machine.publish(said()))));
    process.send?.({ kind: 'ready' });
    await new Promise((resolve) => process.once('message', resolve));
    const startedMs = performance.now();
    for (const machine of machines) machine.drop();
    const back = await Promise.all(machines.map(async (machine) => {
      const refused = await comeBack(machine);
      const connectedMs = performance.now() - startedMs;
      await machine.publish(said());
      return { refused, connectedMs, toldMs: performance.now() - startedMs };
    }));
    const result = { machines: machines.length, refused: back.reduce((sum, { refused }) => sum + refused, 0), connectedMs: Math.max(...back.map(({ connectedMs }) => connectedMs)), toldMs: Math.max(...back.map(({ toldMs }) => toldMs)) };
    for (const machine of machines) machine.drop();
    return result;
  },

  /** A steady rate of messages over all machines, whatever becomes of them. */
  async steady({ port, tokens, seconds, perSecond = 1_000 }) {
    return flood(port, tokens, { seconds, perSecond }, () => JSON.stringify({ ts: Date.now(), values: { power_kw: 1, energy_kwh: 2, oil_temp: 3, shots: 4 } }));
  },

  /** A machine that thinks it is years from now. */
  async clock({ port, tokens, seconds, perSecond = 1_000 }) {
    return flood(port, tokens, { seconds, perSecond }, () => JSON.stringify({ ts: Date.now() + 63_072_000_000, values: { power_kw: 1 } }));
  },

  /** A machine that calls each value otherwise: ten new names a message. */
  async names({ port, tokens, seconds, perSecond = 100 }) {
    let name = 0;
    return flood(port, tokens, { seconds, perSecond }, () => JSON.stringify({ ts: Date.now(), values: Object.fromEntries(Array.from({ length: 10 }, () => [`made_up_${(name += 1)}`, 1])) }));
  },
};

/** @param {Machine} machine */
async function comeBack(machine) {
  for (let refused = 0, restMs = 100; ; refused += 1) {
    if (await machine.connect()) return refused;
    await wait(restMs * (0.5 + Math.random()));
    restMs = Math.min(restMs * 2, LONGEST_REST_MS);
  }
}

/** @param {number} port @param {string[]} tokens @param {{ seconds: number, perSecond: number }} rate @param {() => string} payload */
async function flood(port, tokens, { seconds, perSecond }, payload) {
  const machines = tokens.map((token) => new Machine(port, token));
  for (const machine of machines) await machine.connect();
  process.send?.({ kind: 'ready' });
  await new Promise((resolve) => process.once('message', resolve));
  const startedMs = performance.now();
  let [sent, acknowledged] = [0, 0];
  while (performance.now() - startedMs < seconds * 1_000) {
    const due = Math.floor(((performance.now() - startedMs) / 1_000) * perSecond);
    for (; sent < due; sent += 1) void machines[sent % machines.length]?.publish(payload()).then(() => (acknowledged += 1));
    await wait(5);
  }
  await wait(1_000);
  for (const machine of machines) machine.drop();
  return { sent, acknowledged };
}

process.once('message', (/** @type {Noise & { kind: string }} */ { kind, ...noise }) => {
  void NOISES[kind]?.(noise).then((result) => {
    process.send?.({ kind: 'done', result });
    process.disconnect();
  });
});
