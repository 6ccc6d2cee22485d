// @ts-check
/**
 * What it costs to read a message of an edge node: the payload by our own reader and by Eclipse's package, and the payload with its session, beside the same four values as JSON.
 *
 *   node bench/sparkplug/main.mjs [--json] [--messages 300000]
 */
import { parseArgs } from 'node:util';
import { NodeSession, readPayload } from '@tenon/domain/sparkplug';
import { decodeTelemetry } from '@tenon/domain/telemetry';
import sparkplug from 'sparkplug-payload';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, messages: { type: 'string', default: '300000' } } });
const MESSAGES = Number(values.messages);
const AT = Date.UTC(2026, 5, 1);
const NAMES = ['Zone 1/Temperature', 'Zone 2/Temperature', 'Injection/Pressure', 'Screw/Speed'];
/** Messages that differ, so that no engine learns one by heart. */
const VARIANTS = 256;

const codec = sparkplug.get('spBv1.0');
if (!codec) throw new Error('There is no such codec.');

/** @param {number} n @param {boolean} isBirth */
function payloadOf(n, isBirth) {
  const metrics = NAMES.map((name, i) => ({ ...(isBirth && { name }), alias: i + 1, type: /** @type {const} */ ('Double'), value: 180 + ((n * (i + 3)) % 97) / 10, timestamp: AT + n }));
  return codec?.encodePayload({ timestamp: AT + n, seq: isBirth ? 0 : (n + 1) % 256, metrics: isBirth ? [{ name: 'bdSeq', type: 'UInt64', value: 0 }, ...metrics] : metrics }) ?? new Uint8Array();
}

const payloads = Array.from({ length: VARIANTS }, (_, n) => payloadOf(n, false));
const texts = Array.from({ length: VARIANTS }, (_, n) => JSON.stringify({ ts: AT + n, values: Object.fromEntries(NAMES.map((name, i) => [name, 180 + ((n * (i + 3)) % 97) / 10])) }));
const session = new NodeSession();
session.hear({ group: 'G', node: 'N', verb: 'NBIRTH', device: null }, readPayload(payloadOf(0, true)), AT);
/** @type {import('@tenon/domain/sparkplug').SparkplugTopic} */
const topic = { group: 'G', node: 'N', verb: 'NDATA', device: null };

/** @param {(n: number) => unknown} work */
function microsecondsOf(work) {
  for (let n = 0; n < MESSAGES / 10; n += 1) work(n % VARIANTS);
  const before = process.cpuUsage();
  for (let n = 0; n < MESSAGES; n += 1) work(n % VARIANTS);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MESSAGES;
}

const rows = [
  { what: 'the payload, by our own reader', us: microsecondsOf((n) => readPayload(payloads[n] ?? new Uint8Array())), bytes: payloads[9]?.length ?? 0 },
  { what: 'the payload, by Eclipse’s sparkplug-payload', us: microsecondsOf((n) => codec.decodePayload(payloads[n] ?? new Uint8Array())), bytes: payloads[9]?.length ?? 0 },
  { what: 'the payload and its session: what is to be stored', us: microsecondsOf((n) => session.hear(topic, readPayload(payloads[n] ?? new Uint8Array()), AT)), bytes: payloads[9]?.length ?? 0 },
  { what: 'the same as JSON, by decodeTelemetry', us: microsecondsOf((n) => decodeTelemetry(texts[n] ?? '', AT)), bytes: texts[9]?.length ?? 0 },
];
process.stdout.write(values.json ? `${JSON.stringify({ messages: MESSAGES, rows })}\n` : `${rows.map(({ what, us, bytes }) => `${us.toFixed(2).padStart(7)} µs  ${String(bytes).padStart(4)} B  ${what}`).join('\n')}\n`);
