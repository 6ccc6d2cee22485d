// @ts-check
/**
 * What it costs to meter points: the same telemetry rolled up with the meter and without, in turn, and the difference in processor time of
 * worker and PostgreSQL a message, beside the limit: three hundredths of what taking a message in costs gateway and PostgreSQL, in one run.
 * What the ledger of gaps costs a message is told beside it.
 *
 *   node bench/metering/main.mjs [--json] [--rounds 5]
 */
import { parseArgs } from 'node:util';
import { measureGateway } from '../ingest/measure-gateway.mjs';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { compareMeters } from './compare-meters.mjs';

const LIMIT = 0.03;
const LOAD = { seconds: 5, connections: 200, window: 40 };

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } } });

const { cpuUsPerMessage } = await measureGateway({ load: LOAD, entry: 'apps/gateway/bundle/main.mjs', profileDir: '' });
const ingestUs = (cpuUsPerMessage['gateway'] ?? 0) + (cpuUsPerMessage['postgres'] ?? 0);
const database = await throwawayDatabase();
try {
  const { withMeterUs, withoutUs, ledgerUs, messages } = await compareMeters(database, Number(values.rounds));
  const meteringUs = withMeterUs - withoutUs;
  const share = meteringUs / ingestUs;
  const figures = { ingestUs, rollUpUs: withoutUs, meteringUs, ledgerUs, share, limit: LIMIT, ratio: share / LIMIT, messages };
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else
    process.stdout.write(
      `metering                  ${meteringUs.toFixed(3)} µs of processor a message (roll-up ${withoutUs.toFixed(2)} µs without it); taking one in ${ingestUs.toFixed(1)} µs: ${(share * 100).toFixed(2)} %, limit ${LIMIT * 100} %: ${(share / LIMIT).toFixed(2)} of it\nledger of gaps            ${ledgerUs.toFixed(3)} µs of processor a message, worker and PostgreSQL; nothing of it while a message is taken in\n`,
    );
} finally {
  await database.close();
}
