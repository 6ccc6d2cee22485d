// @ts-check
import { backendOf, timed } from '../timing/timed.mjs';
import { DAY_FROM_MS, DAY_MS, YEAR_FROM_MS } from './load-telemetry.mjs';

const HOUR_MS = 3_600_000;

/**
 * @typedef {{ name: string, series: 'seconds' | 'minutes', fromMs: number, toMs: number, maxPoints: number, points: number }} Question
 * @typedef {{ p50Ms: number, p95Ms: number, cpuUsPerPoint: number | null }} Timing
 * @typedef {{ name: string, asked: Question, points: number, buckets: number, widthMs: number, resolution: string, store: Timing, peer: Timing, ratio: number }} RangeFigure
 */

/** @type {Question[]} */
const QUESTIONS = [
  { name: 'day at 1 s in 500', series: 'seconds', fromMs: DAY_FROM_MS, toMs: DAY_FROM_MS + DAY_MS, maxPoints: 500, points: 86_400 },
  { name: '6 hours at 1 s in 800', series: 'seconds', fromMs: DAY_FROM_MS + 6 * HOUR_MS, toMs: DAY_FROM_MS + 12 * HOUR_MS, maxPoints: 800, points: 21_600 },
  { name: 'week at 1 min in 500', series: 'minutes', fromMs: YEAR_FROM_MS + 70 * DAY_MS, toMs: YEAR_FROM_MS + 77 * DAY_MS, maxPoints: 500, points: 10_080 },
  { name: 'month at 1 min in 800', series: 'minutes', fromMs: YEAR_FROM_MS + 90 * DAY_MS, toMs: YEAR_FROM_MS + 120 * DAY_MS, maxPoints: 800, points: 43_200 },
  { name: 'year at 1 min in 500', series: 'minutes', fromMs: YEAR_FROM_MS, toMs: YEAR_FROM_MS + 365 * DAY_MS, maxPoints: 500, points: 525_600 },
];

/**
 * @param {{ store: ReturnType<typeof import('./store.mjs').openStore>, series: { seconds: number, minutes: number }, superuser: import('pg').Pool, rounds: number }} parts
 * @returns {Promise<RangeFigure[]>}
 */
export async function measureRanges({ store, series, superuser, rounds }) {
  const peer = await superuser.connect();
  try {
    const peerPid = (await peer.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;
    const figures = [];
    for (const question of QUESTIONS) {
      const range = { fromMs: question.fromMs, toMs: question.toMs };
      const ask = () => store.read({ seriesIds: [series[question.series]], range, maxPoints: question.maxPoints });
      const [shown] = await ask();
      if (!shown) throw new Error('The store gave nothing.');
      const widthMs = shown.bucketMs ?? 0;
      const bare = () => peer.query(`SELECT date_bin($1::interval, at, 'epoch') AS at, avg(value) FROM narrow WHERE series_id = $2 AND at >= $3 AND at < $4 GROUP BY 1 ORDER BY 1`, [`${widthMs} milliseconds`, series[question.series], new Date(question.fromMs), new Date(question.toMs)]);
      checkSame(shown, (await bare()).rows);
      // The pool lets go of a connection that was idle for long, so its number is asked each time.
      const storeTiming = aPoint(await timed(ask, await backendOf(superuser, 'tenon_app'), rounds), question);
      const peerTiming = aPoint(await timed(bare, peerPid, rounds), question);
      figures.push({ name: question.name, asked: question, points: question.points, buckets: shown.at.length, widthMs, resolution: shown.resolution, store: storeTiming, peer: peerTiming, ratio: peerTiming.p50Ms / storeTiming.p50Ms });
    }
    return figures;
  } finally {
    peer.release();
  }
}

/**
 * @param {{ at: number[], mean: number[] }} shown
 * @param {{ at: Date, avg: number }[]} rows
 */
function checkSame(shown, rows) {
  const isSame = rows.length === shown.at.length && rows.every((row, index) => row.at.getTime() === shown.at[index] && Math.abs(row.avg - (shown.mean[index] ?? NaN)) < 1e-9 * Math.abs(row.avg));
  if (!isSame) throw new Error('The store and the peer do not agree.');
}

/**
 * @param {import('../timing/timed.mjs').Timing} timing
 * @param {Question} question
 * @returns {Timing}
 */
function aPoint({ cpuUs, ...timing }, { points }) {
  return { ...timing, cpuUsPerPoint: cpuUs === null ? null : cpuUs / points };
}
