// @ts-check
/**
 * PostgreSQL out of reach of the real gateway for a while, under load: nothing may be acknowledged meanwhile, memory stays bounded, everything flows
 * again soon after, and what was acknowledged is stored once.
 *
 *   node bench/away/main.mjs [--json] [--seconds 60] [--connections 200]
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DatabaseWay } from '@tenon/testing';
import { startGateway } from '../ingest/measure-gateway.mjs';
import { seedDevices, throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { Plant } from './plant.mjs';

const BEFORE_S = 5;
const AGAIN_WITHIN_S = 10;
const MEMORY_ALLOWED_MB = 256;
/** What was on its way when the line was cut may be acknowledged yet. */
const ON_ITS_WAY_S = 2;
const LOOK_MS = 500;

const STORED = `SELECT count(*)::int AS rows, count(DISTINCT (t.shape_id, t.at))::int AS points FROM telemetry t`;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '60' }, connections: { type: 'string', default: '200' } } });
const awayS = Number(values.seconds);
const connections = Number(values.connections);

const memoryMb = (/** @type {number} */ pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

/** How long until every machine had a message acknowledged again. @param {Plant} plant */
async function untilAllFlow(plant) {
  const startedAt = Date.now();
  plant.forgetWhoWasHeard();
  while (plant.heard < connections) {
    if (Date.now() - startedAt > 120_000) return Infinity;
    await sleep(LOOK_MS / 5);
  }
  return (Date.now() - startedAt) / 1_000;
}

const database = await throwawayDatabase();
const way = await DatabaseWay.to(database.databaseUrl);
try {
  const tokens = await seedDevices(database.superuser, connections);
  const gateway = await startGateway({ databaseUrl: way.url, connectsPerMinute: 1_000_000 });
  const plant = new Plant({ port: gateway.port, tokens });
  await untilAllFlow(plant);
  await sleep(BEFORE_S * 1_000);
  const beforeMb = memoryMb(gateway.pid);
  const before = plant.acknowledged;
  way.cut();
  await sleep(ON_ITS_WAY_S * 1_000);
  const atCut = plant.acknowledged;
  let mostMb = 0;
  for (const untilMs = Date.now() + (awayS - ON_ITS_WAY_S) * 1_000; Date.now() < untilMs; await sleep(LOOK_MS)) mostMb = Math.max(mostMb, memoryMb(gateway.pid));
  const meanwhile = plant.acknowledged - atCut;
  way.lead();
  const againS = await untilAllFlow(plant);
  await plant.close();
  const exitCode = await gateway.stop();
  const { rows } = await database.superuser.query(STORED);
  const { points } = rows[0];
  const missing = Math.max(0, plant.acknowledged - points);
  const holds = meanwhile === 0 && againS <= AGAIN_WITHIN_S && mostMb - beforeMb < MEMORY_ALLOWED_MB && missing === 0 && exitCode === 0;
  const result = { awayS, connections, acknowledgedBefore: before, acknowledgedMeanwhile: meanwhile, acknowledged: plant.acknowledged, stored: points, missing, beforeMb, mostMb, againS, exitCode, holds };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(result)}\n`
      : `PostgreSQL away for ${awayS} s, ${connections} connections
acknowledged before ${before.toLocaleString('en')}, meanwhile ${meanwhile}, in all ${plant.acknowledged.toLocaleString('en')}; stored ${points.toLocaleString('en')}, missing ${missing}
memory of the gateway ${beforeMb.toFixed(0)} MB before, at most ${mostMb.toFixed(0)} MB meanwhile (allowed: ${MEMORY_ALLOWED_MB} MB more)
every machine acknowledged again after ${againS.toFixed(1)} s (limit ${AGAIN_WITHIN_S} s)
${holds ? 'holds' : 'DOES NOT HOLD'}
`,
  );
  process.exitCode = holds ? 0 : 1;
} finally {
  way.close();
  await database.close();
}
