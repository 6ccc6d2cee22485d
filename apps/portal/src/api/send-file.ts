import { asUnreachable, readRest } from './answer';
import { ApiError } from '../errors/api-error';

/** Of parts. A request that takes half a minute is cut off, so a slow line sends short ones and a quick one long. */
const [LEAST_BYTES, FIRST_BYTES, MOST_BYTES] = [2 ** 18, 2 ** 20, 2 ** 24];
const [QUICK_MS, SLOW_MS] = [3_000, 10_000];
const MOST_TRIES = 8;
const FIRST_WAIT_MS = 500;

/** Where files of one sort are sent: the path, and how the codes of what is wrong with one begin. */
export interface FileDoor {
  readonly path: string;
  readonly codes: string;
}

interface Sending {
  readonly door: FileDoor;
  readonly id: string;
  readonly file: Blob;
  /** How much has come. */
  readonly from: number;
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file from where it broke off, part by part. A part that does not arrive is sent again after a while; one that the other side has already, or has in
 * part, is answered with how far it is. @throws ApiError
 */
export async function sendFile({ door, id, file, from, onSent, signal }: Sending): Promise<void> {
  let [at, failures, length] = [from, 0, FIRST_BYTES];
  while (at < file.size) {
    const beganAt = performance.now();
    try {
      at = await sendPart(door, id, { part: file.slice(at, at + length), offset: at, signal });
      length = nextLength(length, performance.now() - beganAt);
      failures = 0;
    } catch (error) {
      signal.throwIfAborted();
      const received = receivedOf(door, error);
      failures += 1;
      length = Math.max(LEAST_BYTES, length / 2);
      if (received === undefined && (failures > MOST_TRIES || !isPassing(door, error))) throw error;
      if (received === undefined || received <= at) await waited(FIRST_WAIT_MS * 2 ** failures, signal);
      at = received ?? at;
    }
    onSent(at);
  }
}

function nextLength(length: number, tookMs: number): number {
  if (tookMs < QUICK_MS) return Math.min(MOST_BYTES, length * 2);
  return tookMs > SLOW_MS ? Math.max(LEAST_BYTES, length / 2) : length;
}

async function sendPart({ path }: FileDoor, id: string, { part, offset, signal }: { readonly part: Blob; readonly offset: number; readonly signal: AbortSignal }): Promise<number> {
  const response = await fetch(`${path}?id=${encodeURIComponent(id)}&offset=${offset}`, { method: 'POST', headers: { 'content-type': 'application/offset+octet-stream', accept: 'application/json' }, body: part, signal }).catch(asUnreachable);
  const { receivedBytes } = (await readRest(response)) as { receivedBytes: number };
  return receivedBytes;
}

function receivedOf({ codes }: FileDoor, error: unknown): number | undefined {
  if (!(error instanceof ApiError) || error.code !== `${codes}OFFSET`) return undefined;
  const received = error.details['receivedBytes'];
  return typeof received === 'number' ? received : undefined;
}

/** Whether trying again may help: the line, the server, not the file. */
function isPassing({ codes }: FileDoor, error: unknown): boolean {
  return !(error instanceof ApiError) || !error.code.startsWith(codes);
}

function waited(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError'));
    }, { once: true });
  });
}
