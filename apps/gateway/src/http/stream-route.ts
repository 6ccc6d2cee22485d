import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeviceRef, RefusalRecorder } from '@tenon/devices/ingest';
import { AppError, invalid, unavailable } from '@tenon/kernel';
import type { Pressure } from '@tenon/telemetry/ingest';
import type { Inbox } from '../inbox/inbox.js';
import type { RateLimiter } from '../inbox/rate-limiter.js';
import { linesOf, type Line } from './lines.js';
import { sendError } from './send-error.js';
import { badPacking, unpacking } from './unpack.js';

/** Payloads of which each line is a message. */
export const LINE_TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

export interface StreamParts {
  readonly inbox: Inbox;
  readonly refusals: RefusalRecorder;
  readonly pressure: Pressure;
  readonly rates: RateLimiter;
  readonly maxBodyBytes: number;
}

/** Messages of one stream that are taken and not committed yet; beyond it the stream is read no further. */
const MOST_OPEN = 512;
const MOST_TOLD = 100;
const BUSY_MS = 20;

/** What became of the lines. */
class Tally {
  taken = 0;
  refused = 0;
  open = 0;
  readonly told: object[] = [];
  /** Why the rest is not read: what came may be sent again. */
  broken: AppError | null = null;
  private wake: (() => void) | undefined;

  settle({ number }: Line, error: AppError | null): void {
    this.open -= 1;
    if (!error) this.taken += 1;
    else if (error.kind === 'invalid' || error.kind === 'limited') this.refuse(number, error);
    else this.broken ??= error;
    this.wake?.();
  }

  /** Resolves when fewer than that are open. */
  async below(most: number): Promise<void> {
    while (this.open >= most) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  private refuse(line: number, { code, message, details }: AppError): void {
    this.refused += 1;
    if (this.told.length < MOST_TOLD) this.told.push({ line, code, message, details });
  }
}

/**
 * Takes a stream of messages, one a line, as it comes: answered when all are committed, with how many were and which lines were not taken. A fault of
 * one line concerns that line alone; a database that is away ends it, and what was sent may be sent again.
 */
export async function takeStream(parts: StreamParts, device: DeviceRef, request: FastifyRequest, reply: FastifyReply, isHistory: boolean): Promise<FastifyReply> {
  const tally = new Tally();
  try {
    for await (const line of linesOf(streamOf(request), parts.maxBodyBytes)) {
      await putLine(parts, device, line, isHistory, tally);
      if (tally.broken) break;
    }
  } catch (thrown) {
    tally.broken ??= faultOf(thrown);
    if (tally.broken.kind === 'invalid') parts.refusals.record({ device, door: 'http', sample: '', error: tally.broken });
  }
  await tally.below(1);
  return answer(reply, tally);
}

async function putLine({ inbox, refusals, pressure, rates }: StreamParts, device: DeviceRef, line: Line, isHistory: boolean, tally: Tally): Promise<void> {
  await tally.below(MOST_OPEN);
  while (pressure.isHigh) await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
  const bucket = rates.bucket(device.deviceId);
  const waitMs = bucket.take(Date.now());
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  tally.open += 1;
  const { bytes } = line;
  const readings = inbox.put({ device, topic: { kind: 'telemetry', isHistory }, bytes, start: 0, end: bytes.length }, (error) => {
    if (error) refusals.record({ device, door: 'http', sample: bytes, error });
    tally.settle(line, error);
  });
  if (readings > 1) bucket.owe(readings - 1);
}

function streamOf({ body, headers }: FastifyRequest): Readable {
  const stream = body as Readable;
  const encoding = headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity') return stream;
  const unpack = unpacking(encoding);
  stream.on('error', (error) => unpack.destroy(error));
  return stream.pipe(unpack);
}

function faultOf(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { code = '' } = thrown as NodeJS.ErrnoException;
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) return badPacking();
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return invalid('HTTP.BAD_REQUEST', 'The stream ended too soon.');
  return unavailable('INGEST.NOT_READ', 'The stream could not be read to its end.');
}

function answer(reply: FastifyReply, { taken, refused, told, broken }: Tally): FastifyReply {
  if (!broken) return reply.code(taken === 0 && refused > 0 ? 400 : 200).send({ taken, refused, faults: told });
  const { code, message, details } = broken;
  return sendError(reply.header('connection', 'close'), new AppError(broken.kind, code, message, { ...details, taken, refused }), code === 'PAYLOAD.TOO_LARGE' ? 413 : undefined);
}
