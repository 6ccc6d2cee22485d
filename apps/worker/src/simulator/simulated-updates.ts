import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** As much of a machine as its updater needs. */
export interface UpdatingSelf {
  /** Says something of itself. */
  say(facts: Readonly<Record<string, unknown>>): void;
  /** Asks for a chunk of the firmware. */
  askChunk(chunk: number, bytes: number): void;
}

/** What it knows of firmware by these attributes. */
export const SHARED_KEYS = 'fw_title,fw_version,fw_size,fw_checksum';
export const CLIENT_KEYS = 'current_fw_title,current_fw_version';
export const CHUNKS = 'v2/fw/response/+/chunk/+';

const CHUNK = /^v2\/fw\/response\/\d+\/chunk\/(\d+)$/;
/** Few enough that a small firmware takes some seconds, and a large one minutes. */
const MOST_CHUNKS = 20;
const LEAST_CHUNK_BYTES = 512;
const MOST_CHUNK_BYTES = 65_536;
/** How long a chunk, or a step after the last, takes: to be looked at. */
const PACE_MS = 500;
const STEPS = ['DOWNLOADED', 'VERIFIED', 'UPDATING'] as const;

interface Download {
  readonly title: string;
  readonly version: string;
  readonly bytes: number;
  readonly checksum: string;
  readonly chunkBytes: number;
  readonly parts: Buffer[];
}

/** Updates a simulated machine as a real one would: fetches what it is asked to run, checks it, writes it for a while, and says how it goes. What comes meanwhile takes its place. */
export class SimulatedUpdates {
  private current = '';
  private download: Download | null = null;
  private readonly ending = new AbortController();

  constructor(
    private readonly self: UpdatingSelf,
    private readonly paceMs = PACE_MS,
  ) {}

  /** It was cut off, or ends. */
  close(): void {
    this.ending.abort();
  }

  /** What it said itself that it runs, before it was started anew. */
  remember({ current_fw_title: title, current_fw_version: version }: Readonly<Record<string, unknown>>): void {
    if (typeof title === 'string' && typeof version === 'string') this.current = nameOf(title, version);
  }

  /** What it is asked to run. */
  hear({ fw_title: title, fw_version: version, fw_size: bytes, fw_checksum: checksum }: Readonly<Record<string, unknown>>): void {
    if (typeof title !== 'string' || typeof version !== 'string' || typeof bytes !== 'number' || typeof checksum !== 'string') return;
    if (this.current === nameOf(title, version)) return;
    this.download = { title, version, bytes, checksum, parts: [], chunkBytes: Math.min(MOST_CHUNK_BYTES, Math.max(LEAST_CHUNK_BYTES, Math.ceil(bytes / MOST_CHUNKS))) };
    this.self.say({ fw_state: 'DOWNLOADING' });
    this.self.askChunk(0, this.download.chunkBytes);
  }

  /** A chunk came. @returns whether it was one */
  take(topic: string, payload: Buffer): boolean {
    const [, number] = CHUNK.exec(topic) ?? [];
    if (number === undefined) return false;
    const { download } = this;
    if (download && Number(number) === download.parts.length) void this.goOn(download, payload).catch(() => undefined);
    return true;
  }

  private async goOn(download: Download, payload: Buffer): Promise<void> {
    download.parts.push(payload);
    await this.pause();
    if (this.download !== download) return;
    const come = download.parts.reduce((sum, { length }) => sum + length, 0);
    if (payload.length > 0 && come < download.bytes) return this.self.askChunk(download.parts.length, download.chunkBytes);
    this.download = null;
    await this.install(download);
  }

  private async install({ title, version, checksum, parts }: Download): Promise<void> {
    const found = createHash('sha256').update(Buffer.concat(parts)).digest('hex');
    if (found !== checksum) return this.self.say({ fw_state: 'FAILED', fw_error: `SHA-256 ${found.slice(0, 12)}…` });
    for (const step of STEPS) {
      // Something else is wanted meanwhile: that has its turn from the beginning.
      if (this.download) return;
      this.self.say({ fw_state: step });
      await this.pause();
    }
    this.current = nameOf(title, version);
    this.self.say({ fw_state: 'UPDATED', current_fw_title: title, current_fw_version: version });
  }

  private async pause(): Promise<void> {
    await sleep(this.paceMs, undefined, { signal: this.ending.signal });
  }
}

const nameOf = (title: string, version: string): string => JSON.stringify([title, version]);
