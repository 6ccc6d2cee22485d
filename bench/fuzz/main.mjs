// @ts-check
/**
 * Broken packets, and bytes that are none, against the real gateway as a process, with an honest machine beside them: it must not fall, lose what it
 * acknowledged, or grow. The same seed sends the same bytes.
 *
 *   node bench/fuzz/main.mjs [--json] [--packets 100000] [--seed 1]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { hostileBytes, seeded } from '@tenon/testing/hostile';
import { connectAsync } from 'mqtt';
import { startGateway } from '../ingest/measure-gateway.mjs';
import { seedDevices, throwawayDatabase } from '../ingest/throwaway-database.mjs';

const AT_ONCE = 25;
const QUARTERS = 4;
const KB_PER_MB = 1_024;
/** Between half of the packets and all of them. */
const GROWTH_ALLOWED_MB = 16;

/** Of the honest machine's, whose metric no other has. */
const STORED = `SELECT count(DISTINCT t.at)::int AS stored FROM telemetry t JOIN telemetry_shape h ON h.tenant_id = t.tenant_id AND h.id = t.shape_id JOIN series s ON s.id = ANY (h.series_ids) WHERE s.key = 'honest'`;

/** With room to spare the collector lets garbage lie, which looks like a leak; held so tight, what is not let go shows soon, or ends the process. */
const TIGHT = ['--max-semi-space-size=4', '--max-old-space-size=64'];

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, packets: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } });
const wanted = Number(values.packets);
const random = seeded(Number(values.seed));

const memoryMb = (/** @type {number} */ pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / KB_PER_MB;
const filesOf = (/** @type {number} */ pid) => readdirSync(`/proc/${pid}/fd`).length;

/**
 * Sends bytes in two pieces, hangs up, and resolves when the connection is over.
 * @param {number} port
 * @param {Buffer} bytes
 * @returns {Promise<void>}
 */
function send(port, bytes) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const cut = Math.floor(random() * bytes.length);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
    socket.write(bytes.subarray(0, cut));
    socket.end(bytes.subarray(cut));
  });
}

/** @param {Awaited<ReturnType<typeof startGateway>>} gateway @param {readonly string[]} tokens */
async function fuzz(gateway, [victim = '', honestToken = '']) {
  const honest = await connectAsync({ host: '127.0.0.1', port: gateway.port, username: honestToken, protocolVersion: 5, reconnectPeriod: 0 });
  let [packets, connections, acknowledged] = [0, 0, 0];
  const startedAtMs = Date.now();
  const marks = [{ packets, memoryMb: memoryMb(gateway.pid), files: filesOf(gateway.pid) }];
  while (packets < wanted) {
    const batch = Array.from({ length: AT_ONCE }, () => hostileBytes(random, victim));
    await Promise.all(batch.map(({ bytes }) => send(gateway.port, bytes)));
    connections += AT_ONCE;
    for (const one of batch) packets += one.packets;
    await honest.publishAsync('v1/devices/me/telemetry', JSON.stringify({ ts: startedAtMs + (acknowledged += 1), values: { honest: 1 } }), { qos: 1 });
    if (packets >= (wanted * marks.length) / QUARTERS) marks.push({ packets, memoryMb: memoryMb(gateway.pid), files: filesOf(gateway.pid) });
  }
  await honest.endAsync();
  return { packets, connections, acknowledged, marks };
}

const database = await throwawayDatabase();
try {
  const tokens = await seedDevices(database.superuser, 2);
  const gateway = await startGateway({ databaseUrl: database.databaseUrl, connectsPerMinute: 10_000_000, nodeArgs: TIGHT });
  const done = await fuzz(gateway, tokens);
  const exitCode = await gateway.stop();
  const { rows } = await database.superuser.query(STORED);
  const { stored } = rows[0];
  const [first, half, last] = [done.marks[0], done.marks[2], done.marks.at(-1)];
  const grewMb = (last?.memoryMb ?? 0) - (half?.memoryMb ?? 0);
  const holds = exitCode === 0 && stored === done.acknowledged && grewMb < GROWTH_ALLOWED_MB && (last?.files ?? 0) <= (first?.files ?? 0) + AT_ONCE;
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ ...done, stored, exitCode, grewMb, holds })}\n`
      : `${done.packets.toLocaleString('en')} packets, broken or none, on ${done.connections.toLocaleString('en')} connections (seed ${values.seed})
gateway: still there, ended by itself with ${exitCode}
honest messages beside them: ${done.acknowledged} acknowledged, ${stored} stored
memory: ${done.marks.map(({ memoryMb: mb }) => mb.toFixed(0)).join(', ')} MB at the start and after each quarter; open files ${done.marks.map(({ files }) => files).join(', ')}
${holds ? 'holds' : 'DOES NOT HOLD'}
`,
  );
  process.exitCode = holds ? 0 : 1;
} finally {
  await database.close();
}
