import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalRecorder } from '@tenon/devices/ingest';
import { readChunkSize, type OtaKind } from '@tenon/domain/ota';
import { invalid, limited, toAppError, unavailable } from '@tenon/kernel';
import type { PackageDesk } from '../ota/package-desk.js';
import { sendError } from './send-error.js';

export interface PackageRouteParts {
  readonly desk: PackageDesk;
  readonly refusals: RefusalRecorder;
}

interface Path { token: string }
interface Query { title?: string; version?: string; size?: string; chunk?: string }
type DeviceRequest = FastifyRequest<{ Params: Path; Querystring: Query }>;

/** Files that one machine fetches at once. */
const MOST_AT_ONCE = 2;
const WHOLE_NUMBER = /^\d{1,9}$/;

/** Packages' files over HTTP, whole or by chunks, as ThingsBoard has them. @see https://thingsboard.io/docs/reference/http-api/#firmware-api */
export function addPackagePaths(app: FastifyInstance, parts: PackageRouteParts, onRequest: (request: DeviceRequest) => Promise<void>): void {
  const fetching = new Map<string, number>();
  const paths: readonly (readonly [string, OtaKind])[] = [['firmware', 'firmware'], ['software', 'software']];
  for (const [path, kind] of paths) {
    app.get<{ Params: Path; Querystring: Query }>(`/api/v1/:token/${path}`, { onRequest }, (request, reply) => fetched(parts, request, reply, { kind, fetching }));
  }
}

async function fetched(parts: PackageRouteParts, request: DeviceRequest, reply: FastifyReply, { kind, fetching }: { readonly kind: OtaKind; readonly fetching: Map<string, number> }): Promise<FastifyReply> {
  const { device } = request;
  if (!device) return sendError(reply, unavailable('DB.UNAVAILABLE', 'Access tokens cannot be checked just now.'));
  const letGo = takePlace(fetching, device.deviceId);
  try {
    if (!letGo) throw limited('RATE.LIMITED', `A machine fetches at most ${MOST_AT_ONCE} files at once.`, { waiting: MOST_AT_ONCE });
    const { fileName, bytes, content } = await parts.desk.stream(device, { kind, ...readQuery(request.query) });
    reply.raw.once('close', letGo);
    return reply
      .header('content-type', 'application/octet-stream')
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .send(Readable.from(content, { objectMode: false, highWaterMark: 1 }));
  } catch (thrown) {
    letGo?.();
    const error = toAppError(thrown);
    parts.refusals.record({ device, door: 'http', sample: request.url.split('?', 2)[1]?.slice(0, 256) ?? '', error });
    return sendError(reply, error);
  }
}

/** @returns what gives the place back, once; undefined where there is none */
function takePlace(fetching: Map<string, number>, deviceId: string): (() => void) | undefined {
  const count = fetching.get(deviceId) ?? 0;
  if (count >= MOST_AT_ONCE) return undefined;
  fetching.set(deviceId, count + 1);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    const left = (fetching.get(deviceId) ?? 1) - 1;
    if (left > 0) fetching.set(deviceId, left);
    else fetching.delete(deviceId);
  };
}

function readQuery({ title, version, size = '', chunk = '0' }: Query): { chunkBytes: number | null; chunk: number; named: { title: string; version: string } } {
  if (typeof title !== 'string' || typeof version !== 'string' || typeof size !== 'string') throw invalid('HTTP.BAD_REQUEST', 'A package is asked for by one title and one version.');
  if (typeof chunk !== 'string' || !WHOLE_NUMBER.test(chunk)) throw invalid('OTA.BAD_CHUNK', 'A chunk is asked for by its number, from 0.', { asked: String(chunk).slice(0, 32) });
  return { chunkBytes: readChunkSize(size), chunk: Number(chunk), named: { title, version } };
}
