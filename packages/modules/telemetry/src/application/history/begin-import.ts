import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { bug, conflict, invalid, limited } from '@tenon/kernel';
import { importHistory } from '@tenon/contracts/jobs';
import { ImportFolder } from '../../files/import-folder.js';
import { ImportRepository, type ImportRow } from '../../persistence/history/import.repository.js';

/** Imports of a company that are not over yet. */
const MOST_OPEN = 20;
/** The files of imports that are not over yet may be together as long as so many of the longest. */
const LONGEST_TOGETHER = 2;
const LONGEST_NAME = 200;
/** The longest part of a file that is sent in one request. */
const MOST_PART_BYTES = 32 * 2 ** 20;

/** A file that somebody will send. */
export interface FileToSend {
  readonly name: string;
  readonly bytes: number;
}

/** A part of it. */
export interface FilePart {
  readonly importId: string;
  /** Where in the file it begins. */
  readonly offset: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Takes a file of old readings, part by part; once it is all there, a job looks at it. */
@Injectable()
export class BeginImport {
  constructor(
    private readonly db: TenantDb,
    private readonly imports: ImportRepository,
    private readonly folder: ImportFolder,
  ) {}

  /** @throws AppError (invalid) HISTORY.FILE; (limited) HISTORY.FILE_TOO_LARGE, HISTORY.TOO_MANY, HISTORY.TOO_MUCH */
  execute(actor: TenantActor, { name, bytes }: FileToSend): Promise<ImportRow> {
    demand(actor, 'telemetry:import');
    const fileName = name.replaceAll(/\p{Cc}/gu, '').trim();
    if (fileName === '' || fileName.length > LONGEST_NAME || !Number.isSafeInteger(bytes) || bytes < 1) throw invalid('HISTORY.FILE', 'A file has a name and a length.');
    if (bytes > this.folder.maxBytes) throw limited('HISTORY.FILE_TOO_LARGE', `A file has at most ${this.folder.maxBytes} bytes.`, { maxBytes: this.folder.maxBytes });
    return this.db.transaction(actor, async (tx) => {
      const open = await this.imports.open(tx);
      if (open.count >= MOST_OPEN) throw limited('HISTORY.TOO_MANY', `At most ${MOST_OPEN} imports are under way at once.`, { most: MOST_OPEN });
      const most = this.folder.maxBytes * LONGEST_TOGETHER;
      if (open.bytes + bytes > most) throw limited('HISTORY.TOO_MUCH', `Files of imports that are under way have at most ${most} bytes together.`, { mostBytes: most, openBytes: open.bytes });
      const id = tx.newId();
      await this.imports.insert(tx, { id, userId: personOf(actor), fileName, fileBytes: bytes });
      return this.imports.get(tx, id);
    });
  }

  /**
   * Takes the next part. Sent again, or broken off in the middle, it is refused with how much has come, and whoever sends goes on from there.
   * @returns how much has come. @throws AppError (conflict) HISTORY.OFFSET, HISTORY.STATE
   */
  async receive(actor: TenantActor, { importId, offset, content }: FilePart): Promise<number> {
    demand(actor, 'telemetry:import');
    const { fileBytes, state } = await this.db.transaction(actor, (tx) => this.imports.get(tx, importId));
    if (state !== 'sending') throw conflict('HISTORY.STATE', 'The file is no longer taken.', { state });
    const received = await this.folder.append(actor.tenantId, importId, { offset, most: Math.min(MOST_PART_BYTES, fileBytes - offset), content });
    if (received >= fileBytes) await this.look(actor, importId);
    return received;
  }

  /** How much of the file has come. */
  received(actor: TenantActor, importId: string): Promise<number> {
    return this.folder.received(actor.tenantId, importId);
  }

  private look(actor: TenantActor, importId: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      if ((await this.imports.getForUpdate(tx, importId)).state !== 'sending') return;
      await this.imports.change(tx, importId, { state: 'looking' });
      await tx.enqueue(importHistory, { importId });
    });
  }
}

function personOf(actor: TenantActor): string {
  if ('userId' in actor) return actor.userId;
  throw bug('HISTORY.NOBODY', 'Nobody whom one could name begins an import.');
}
