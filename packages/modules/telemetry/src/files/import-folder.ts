import path from 'node:path';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { conflict, limited } from '@tenon/kernel';

/** Where files that are imported lie until they are read: beside the company's exports, in a folder that api and workers share and that goes when the company does. */
export class ImportFolder {
  constructor(
    private readonly root: string,
    /** The longest file that is taken, in bytes. */
    readonly maxBytes: number,
  ) {}

  file(tenantId: string, importId: string): string {
    return path.join(this.root, tenantId, 'imports', importId);
  }

  /** How much of a file has come. */
  async received(tenantId: string, importId: string): Promise<number> {
    return (await stat(this.file(tenantId, importId)).catch(() => undefined))?.size ?? 0;
  }

  /**
   * Writes what comes behind what has come, and lets it reach the disk before it is said to be there. What breaks off is kept as far as it came: whoever
   * sends asks how far that is, and goes on.
   * @throws AppError (conflict) HISTORY.OFFSET where it is not what comes next; (limited) HISTORY.PART_TOO_LONG for more than the file was said to have
   */
  async append(tenantId: string, importId: string, { offset, most, content }: { readonly offset: number; readonly most: number; readonly content: AsyncIterable<Uint8Array> }): Promise<number> {
    const file = this.file(tenantId, importId);
    await mkdir(path.dirname(file), { recursive: true });
    const received = await this.received(tenantId, importId);
    if (received !== offset) throw conflict('HISTORY.OFFSET', 'This is not what comes next.', { receivedBytes: received });
    // At its place rather than at the end: of two that send the same part at once, the second writes the same bytes over it.
    const handle = await open(file, offset === 0 ? 'w' : 'r+');
    // Closes the file too, whether it came to its end or broke off.
    await pipeline(atMost(content, most), handle.createWriteStream({ start: offset, flush: true }));
    return this.received(tenantId, importId);
  }

  async remove(tenantId: string, importId: string): Promise<void> {
    await rm(this.file(tenantId, importId), { force: true });
  }
}

async function* atMost(content: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > most) throw limited('HISTORY.PART_TOO_LONG', 'More came than this file was said to have, or than a part may have.', { most });
    yield piece;
  }
}
