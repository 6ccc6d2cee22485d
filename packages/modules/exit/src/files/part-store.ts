import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Measured, type Measure } from './measured.js';

/**
 * The written files of one export, each under its digest: so whoever writes the same file at the same time, as two workers that
 * both believe it is theirs, harms nothing, and what is noted is what is there.
 */
export class PartStore {
  constructor(private readonly folder: string) {}

  /** Writes a content and gives its measure once it is on the disk. */
  async write(content: AsyncIterable<string | Buffer>): Promise<Measure> {
    const draft = await this.draft();
    const measured = new Measured();
    try {
      await pipeline(measured.through(content), createWriteStream(draft, { mode: 0o600, flush: true }));
      const measure = measured.end();
      await rename(draft, this.at(measure.sha256));
      return measure;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** Where something may be written that is not whole yet: what a process that is killed leaves there goes with the parts. */
  async draft(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return path.join(this.folder, `draft-${randomUUID()}`);
  }

  async has({ bytes, sha256 }: Measure): Promise<boolean> {
    const found = await stat(this.at(sha256)).catch(() => null);
    return found?.size === bytes;
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.at(sha256));
  }

  private at(sha256: string): string {
    return path.join(this.folder, sha256);
  }
}
