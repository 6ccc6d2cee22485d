import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { guessMapping, type HistoryMapping } from '@tenon/domain/history';
import type { TenantActor } from '@tenon/domain/identity';
import { TableFile } from '@tenon/tables';
import { ImportFolder } from '../../files/import-folder.js';
import { ImportRepository, type FileLook } from '../../persistence/history/import.repository.js';
import { FILE_LIMITS, LOOK_ROWS } from './limits.js';

/** Cells and texts of the rows that are kept to be shown. */
const [SHOWN_CELLS, SHOWN_LENGTH] = [200, 200];

/** Looks at a file's first rows and proposes how it is read; as the last file with the same columns was, where there was one. Doing it again finds the same. */
@Injectable()
export class LookAtFile {
  constructor(
    private readonly db: TenantDb,
    private readonly imports: ImportRepository,
    private readonly folder: ImportFolder,
  ) {}

  /** @throws AppError (invalid) TABLE.* for what is no table */
  async execute(actor: TenantActor, importId: string): Promise<void> {
    const file = await TableFile.open(this.folder.file(actor.tenantId, importId), FILE_LIMITS);
    const look = await lookOf(file);
    const columnsDigest = digestOf(look);
    await this.db.transaction(actor, async (tx) => {
      const { state } = await this.imports.getForUpdate(tx, importId);
      if (state !== 'looking') return;
      const known = await this.imports.mappingOf(tx, columnsDigest);
      await this.imports.change(tx, importId, { state: 'mapping', look, columnsDigest, ...(known && { mapping: known.mapping satisfies HistoryMapping, replaces: known.replaces }) });
    });
  }
}

async function lookOf(file: TableFile): Promise<FileLook> {
  const rows: { row: number; cells: string[] }[] = [];
  for await (const piece of file.rows()) {
    for (const { row, cells } of piece.slice(0, LOOK_ROWS - rows.length)) rows.push({ row, cells: cells.slice(0, SHOWN_CELLS).map((text) => text.slice(0, SHOWN_LENGTH).replaceAll('\0', '')) });
    if (rows.length === LOOK_ROWS) break;
  }
  return { form: file.form, rows, guess: guessMapping(rows.map(({ cells }) => cells)) };
}

/** By its heads, how many columns it has, and where its first time stands. */
function digestOf({ rows, guess }: FileLook): string {
  const head = rows[guess.headerRows - 1]?.cells ?? [];
  return createHash('sha256').update(JSON.stringify([guess.headerRows, head, guess.timeColumns, guess.timeFormat, head.length === 0 ? rows[0]?.cells.length : 0])).digest('hex');
}
