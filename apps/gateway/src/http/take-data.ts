import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeviceRef } from '@tenon/devices/ingest';
import { invalid, limited, toAppError, unavailable, type AppError } from '@tenon/kernel';
import type { MessageKeyRepository, TelemetryIngest } from '@tenon/telemetry/ingest';
import { overRate } from '../inbox/inbox.js';
import type { DataTopic } from '../inbox/topics.js';
import { sendError } from './send-error.js';
import { takeStream, type StreamParts } from './stream-route.js';
import { unpacked } from './unpack.js';

export interface DataParts extends StreamParts {
  readonly telemetry: TelemetryIngest;
  readonly keys: MessageKeyRepository;
  readonly messagesPerSecond: number;
}

/** @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
const KEY_HEADER = 'idempotency-key';
const LONGEST_KEY = 256;
const NOTHING = Buffer.alloc(0);

/** Takes what a machine sends: a message, plain or packed, or a stream of them; answered when it is committed. */
export function takeData(parts: DataParts, request: FastifyRequest, reply: FastifyReply, topic: DataTopic): Promise<FastifyReply> | FastifyReply {
  const { device, headers } = request;
  if (!device) return sendError(reply, unavailable('DB.UNAVAILABLE', 'Access tokens cannot be checked just now.'));
  if (parts.pressure.isHigh) return refuse(parts, device, reply, limited('INGEST.BUSY', 'More is coming in than can be stored just now.'));
  const isPlain = Buffer.isBuffer(request.body) || request.body === undefined || request.body === null;
  const bytes = Buffer.isBuffer(request.body) ? request.body : NOTHING;
  if (isPlain && headers['content-encoding'] === undefined && headers[KEY_HEADER] === undefined) return put(parts, device, reply, { topic, bytes });
  return isPlain ? takeSpecial(parts, device, request, reply, { topic, bytes }) : takeLines(parts, device, request, reply, topic);
}

interface Message {
  readonly topic: DataTopic;
  readonly bytes: Buffer;
  readonly firstStampUs?: number;
}

function put(parts: DataParts, device: DeviceRef, reply: FastifyReply, { bytes, ...message }: Message): Promise<FastifyReply> | FastifyReply {
  const bucket = parts.rates.bucket(device.deviceId);
  if (bucket.take(Date.now()) > 0) {
    bucket.giveBack();
    return refuse(parts, device, reply, overRate(parts.messagesPerSecond), bytes);
  }
  return new Promise((resolve) => {
    const done = (error: AppError | null): void => resolve(error ? refuse(parts, device, reply, error, bytes) : reply.code(200).send());
    const readings = parts.inbox.put({ device, bytes, start: 0, end: bytes.length, ...message }, done);
    if (readings > 1) bucket.owe(readings - 1);
  });
}

/** What is packed is unpacked; what has a name by which it may be sent again gets the stamps that it got before. */
async function takeSpecial(parts: DataParts, device: DeviceRef, { headers }: FastifyRequest, reply: FastifyReply, { topic, bytes: body }: Message): Promise<FastifyReply> {
  try {
    const encoding = headers['content-encoding'] ?? 'identity';
    const bytes = encoding === 'identity' ? body : await unpacked(body, encoding, parts.maxBodyBytes);
    const firstStampUs = topic.kind === 'telemetry' ? await stampOf(parts, device, keyOf(headers[KEY_HEADER]), bytes) : undefined;
    return await put(parts, device, reply, { topic, bytes, ...(firstStampUs !== undefined && { firstStampUs }) });
  } catch (error) {
    return refuse(parts, device, reply, toAppError(error), body);
  }
}

/** Readings that have their times are the same points however often they are sent; only those that the platform stamps need to be known again. */
async function stampOf({ telemetry, keys }: DataParts, device: DeviceRef, key: string | null, bytes: Buffer): Promise<number | undefined> {
  if (key === null) return undefined;
  const { firstStampUs, count } = telemetry.reserve(bytes.toString('utf8'), Date.now());
  return count === 0 ? undefined : keys.claim({ device, key, bytes, firstStampUs });
}

function keyOf(header: string | readonly string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header === 'string' && header !== '' && header.length <= LONGEST_KEY) return header;
  throw invalid('INGEST.KEY', `An idempotency key has 1 to ${LONGEST_KEY} characters.`, { limit: LONGEST_KEY });
}

function takeLines(parts: DataParts, device: DeviceRef, request: FastifyRequest, reply: FastifyReply, { kind, isHistory }: DataTopic): Promise<FastifyReply> | FastifyReply {
  const fault = request.headers[KEY_HEADER] === undefined ? null : invalid('INGEST.KEY_WITH_LINES', 'Lines have no idempotency key; give each reading its time, and it can be sent again.');
  if (!fault && kind === 'telemetry') return takeStream(parts, device, request, reply, isHistory);
  // What is not read would hold the connection.
  (request.body as Readable).resume();
  return refuse(parts, device, reply, fault ?? invalid('ATTRIBUTE.WRONG_SHAPE', 'Attributes come in one object, not in lines.', { found: 'lines' }));
}

function refuse({ refusals }: DataParts, device: DeviceRef, reply: FastifyReply, error: AppError, sample: Buffer = NOTHING): FastifyReply {
  refusals.record({ device, door: 'http', sample, error });
  return sendError(reply, error, error.code === 'PAYLOAD.TOO_LARGE' ? 413 : undefined);
}
