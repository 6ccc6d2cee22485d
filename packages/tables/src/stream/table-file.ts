import { stat } from 'node:fs/promises';
import { AppError } from '@tenon/kernel';
import type { TableRow } from '../table-row.js';
import { csvForm, type CsvForm } from './csv-form.js';
import { CsvRows } from './csv-rows.js';
import { FileBytes, firstBytes } from './file-bytes.js';
import { xlsxRows } from './xlsx-rows.js';

/** What kind of file it is, found once by reading it: told again to whoever reads it later. */
export type TableForm = { readonly kind: 'xlsx' } | ({ readonly kind: 'csv' } & CsvForm);

/** How much of a file is read. */
export interface TableFileLimits {
  /** How much a packed file may unpack to. */
  readonly maxUnpackedBytes: number;
  readonly maxColumns: number;
  /** Characters of one row. */
  readonly maxRowLength: number;
}

/** A table that lies in a file of any length and is read row by row, a piece of it in memory. What kind it is its bytes say, whatever it is called. */
export class TableFile {
  private readSoFar = 0;

  private constructor(
    private readonly path: string,
    private readonly bytes: FileBytes,
    readonly form: TableForm,
    private readonly limits: TableFileLimits,
  ) {}

  /**
   * @param form as it was found before; without it the file is looked through
   * @throws AppError (invalid) TABLE.FORMAT, TABLE.BROKEN, TABLE.TOO_LARGE
   */
  static async open(path: string, limits: TableFileLimits, form?: TableForm): Promise<TableFile> {
    const { size } = await stat(path);
    const bytes = new FileBytes(path, size, limits.maxUnpackedBytes);
    return new TableFile(path, bytes, form ?? (await told(() => formOf(path, bytes))), limits);
  }

  /** How much of it was read, from 0 to 1. */
  get share(): number {
    return this.form.kind === 'xlsx' ? this.readSoFar : this.bytes.share;
  }

  /** Its rows that hold something, some at a time. @throws AppError as {@link open} */
  async *rows(): AsyncGenerator<readonly TableRow[]> {
    try {
      yield* this.form.kind === 'xlsx' ? xlsxRows(this.path, { ...this.limits, onShare: (share) => (this.readSoFar = share) }) : this.csv(this.form);
    } catch (error) {
      throw typed(error);
    }
  }

  private async *csv({ encoding, separator }: CsvForm): AsyncGenerator<readonly TableRow[]> {
    const decoder = new TextDecoder(encoding, { fatal: encoding !== 'gb18030' });
    const rows = new CsvRows(separator, this.limits);
    for await (const piece of this.bytes.pieces()) {
      const taken = rows.take(decoder.decode(piece, { stream: true }));
      if (taken.length > 0) yield taken;
    }
    const last = [...rows.take(decoder.decode()), ...rows.end()];
    if (last.length > 0) yield last;
  }
}

async function formOf(path: string, bytes: FileBytes): Promise<TableForm> {
  const [a, b, c, d] = await firstBytes(path, 4);
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) return { kind: 'xlsx' };
  return { kind: 'csv', ...(await csvForm(bytes)) };
}

async function told<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw typed(error);
  }
}

/** What cannot be read is the file's fault; a file that is gone is not. */
function typed(error: unknown): unknown {
  if (error instanceof AppError || (error as NodeJS.ErrnoException | undefined)?.syscall !== undefined) return error;
  return new AppError('invalid', 'TABLE.BROKEN', 'The file cannot be read to its end.', {}, { cause: error });
}
