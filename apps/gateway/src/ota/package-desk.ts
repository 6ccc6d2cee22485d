import type { AssignedPackage, DeviceRef, OtaRepository } from '@tenon/devices/ingest';
import { MOST_CHUNK_BYTES, PIECE_BYTES, sliceOf, type OtaKind } from '@tenon/domain/ota';
import { AppError, invalid, SECOND_MS, unavailable } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { Turns } from '../downlink/turns.js';
import type { PackageShelf } from './package-shelf.js';

/** Look-ups for all machines at once, on connections of the database that telemetry does without. */
const MOST_AT_ONCE = 2;
/** What a machine is asked to run is looked up again after this long, whatever was heard of it. */
const BELIEVED_MS = 30 * SECOND_MS;
/** Machines whose package is remembered. */
const MOST_REMEMBERED = 5_000;

/** Which part of which package a machine asks for. */
export interface ChunkQuestion {
  readonly kind: OtaKind;
  /** Null for the whole file. */
  readonly chunkBytes: number | null;
  readonly chunk: number;
  /** Where the machine says what it takes it to be, it must be that: else its halves would be of two packages. */
  readonly named?: { readonly title: string; readonly version: string };
}

interface Remembered {
  readonly one: AssignedPackage | null;
  readonly untilMs: number;
}

/** Hands machines the files of packages that they are asked to run, and no others. */
export class PackageDesk {
  private readonly turns = new Turns(MOST_AT_ONCE);
  private readonly remembered = new Map<string, Remembered>();

  constructor(private readonly parts: { readonly repository: OtaRepository; readonly shelf: PackageShelf; readonly log: Log }) {}

  /**
   * A chunk as one message; empty behind the end of the file.
   * @throws AppError (invalid) OTA.NOT_ASSIGNED, OTA.OTHER_PACKAGE, OTA.CHUNK_TOO_LARGE; (limited) RATE.LIMITED; (unavailable) DB.UNAVAILABLE
   */
  async chunk(device: DeviceRef, question: ChunkQuestion): Promise<Buffer> {
    const one = await this.assigned(device, question);
    const slice = sliceOf(one.sizeBytes, question.chunkBytes, question.chunk);
    if (slice.to - slice.from > MOST_CHUNK_BYTES) {
      throw invalid('OTA.CHUNK_TOO_LARGE', `A chunk has at most ${MOST_CHUNK_BYTES} bytes; this one would have ${slice.to - slice.from}. Ask for smaller ones.`, { maxBytes: MOST_CHUNK_BYTES, askedBytes: slice.to - slice.from });
    }
    return this.tried(device, () => this.parts.shelf.read(one, slice));
  }

  /** The file, or a chunk of it of whatever size, piece by piece as the machine takes it. @throws AppError as {@link chunk}, at once */
  async stream(device: DeviceRef, question: ChunkQuestion): Promise<{ fileName: string; bytes: number; content: AsyncGenerator<Buffer> }> {
    const one = await this.assigned(device, question);
    const { from, to } = sliceOf(one.sizeBytes, question.chunkBytes, question.chunk);
    return { fileName: one.fileName, bytes: to - from, content: this.pieces(device, one, { from, to }) };
  }

  /** It was announced that this machine is asked for something else. */
  forget(deviceId: string): void {
    for (const kind of ['firmware', 'software']) this.remembered.delete(`${deviceId} ${kind}`);
  }

  /** Announcements were missed. */
  forgetAll(): void {
    this.remembered.clear();
  }

  private async *pieces(device: DeviceRef, one: AssignedPackage, { from, to }: { readonly from: number; readonly to: number }): AsyncGenerator<Buffer> {
    for (let at = from; at < to; ) {
      const end = Math.min(to, (Math.floor(at / PIECE_BYTES) + 1) * PIECE_BYTES);
      const slice = { from: at, to: end };
      yield await this.tried(device, () => this.parts.shelf.read(one, slice));
      at = end;
    }
  }

  private async assigned(device: DeviceRef, { kind, named }: ChunkQuestion): Promise<AssignedPackage> {
    const one = await this.lookUp(device, kind);
    if (!one) throw invalid('OTA.NOT_ASSIGNED', `This machine is asked to run no ${kind} of which there is a package.`, { kind });
    if (named && (named.title !== one.title || named.version !== one.version)) {
      throw invalid('OTA.OTHER_PACKAGE', `This machine is asked to run "${one.title}" ${one.version}.`, { title: one.title, version: one.version });
    }
    return one;
  }

  private async lookUp(device: DeviceRef, kind: OtaKind): Promise<AssignedPackage | null> {
    const key = `${device.deviceId} ${kind}`;
    const known = this.remembered.get(key);
    if (known && known.untilMs > Date.now()) return known.one;
    const one = await this.tried(device, () => this.parts.repository.assigned(device, kind));
    this.remembered.delete(key);
    // That nothing is assigned is not remembered: it may be the next moment.
    if (one) this.remembered.set(key, { one, untilMs: Date.now() + BELIEVED_MS });
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
    return one;
  }

  private async tried<Result>({ deviceId }: DeviceRef, work: () => Promise<Result>): Promise<Result> {
    try {
      return await this.turns.take(deviceId, work);
    } catch (error) {
      if (error instanceof AppError) throw error;
      this.parts.log.warn('devices.package-not-read', { error });
      throw unavailable('DB.UNAVAILABLE', 'The package cannot be read just now.');
    }
  }
}
