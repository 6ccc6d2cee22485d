// @ts-check
import { askers } from './ask-repeatedly.mjs';

/** As many for each, or the slower one would be measured before its code is compiled as far as the other's. */
const WARM_UP_REQUESTS = 3_000;
const ROUND_MS = 1_000;

/**
 * Asks two servers in turn, a second each, so that whatever else the machine does falls on both; and gives the median of
 * each figure over the rounds.
 * @param {readonly [import('./ask-repeatedly.mjs').Asked, import('./ask-repeatedly.mjs').Asked]} both
 * @param {{ query: string, clients: number, rounds: number }} load
 */
export async function askInTurn(both, { query, clients, rounds }) {
  const [ours, peer] = [askers(both[0], { query, clients }), askers(both[1], { query, clients })];
  for (const each of [ours, peer]) await each.warmUp(WARM_UP_REQUESTS);
  /** @type {{ ours: import('./ask-repeatedly.mjs').Answered, peer: import('./ask-repeatedly.mjs').Answered }[]} */
  const answered = [];
  for (let round = 0; round < rounds; round += 1) answered.push({ ours: await ours.during(ROUND_MS), peer: await peer.during(ROUND_MS) });
  for (const each of [ours, peer]) each.close();
  return {
    ours: middle(answered.map((round) => round.ours)),
    peer: middle(answered.map((round) => round.peer)),
    ratio: median(answered.map((round) => round.ours.perSecond / round.peer.perSecond)),
    cpuRatio: median(answered.map((round) => total(round.ours) / total(round.peer))),
  };
}

/** @param {import('./ask-repeatedly.mjs').Answered} answered */
const total = ({ cpuUsPerRequest }) => Object.values(cpuUsPerRequest).reduce((sum, us) => sum + us, 0);

/** @param {readonly import('./ask-repeatedly.mjs').Answered[]} rounds */
function middle(rounds) {
  const names = Object.keys(rounds[0]?.cpuUsPerRequest ?? {});
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p95Ms: median(rounds.map(({ p95Ms }) => p95Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
    cpuUsPerRequest: Object.fromEntries(names.map((name) => [name, median(rounds.map(({ cpuUsPerRequest }) => cpuUsPerRequest[name] ?? NaN))])),
  };
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
