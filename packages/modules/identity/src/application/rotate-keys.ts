import { Injectable } from '@nestjs/common';
import { toAppError } from '@tenon/kernel';
import { Vault } from '@tenon/runtime';
import { SEALED_COLUMNS, SealedRepository, type SealedColumn, type SealedRow } from '../persistence/sealed.repository.js';

const PAGE = 500;
const FIRST_KEY = '00000000-0000-0000-0000-000000000000';

/** A secret that stayed as it was, and why. */
export interface Left {
  readonly column: string;
  readonly id: string;
  readonly code: string;
}

/**
 * Seals every secret at rest anew: with a data key of its own under the master key that wraps now. Afterwards the master keys
 * before are needed no more. The platform may run meanwhile; what cannot be opened stays as it was and is named; breaking off
 * and repeating harms nothing.
 */
@Injectable()
export class RotateKeys {
  constructor(
    private readonly secrets: SealedRepository,
    private readonly vault: Vault,
  ) {}

  async execute(): Promise<{ sealed: number; left: readonly Left[] }> {
    const left: Left[] = [];
    let sealed = 0;
    for (const column of SEALED_COLUMNS) {
      for await (const row of this.rows(column)) {
        const code = await this.sealAnew(column, row);
        if (code === null) sealed += 1;
        else left.push({ column: `${column.table}.${column.column}`, id: row.id, code });
      }
    }
    return { sealed, left };
  }

  private async *rows(column: SealedColumn): AsyncGenerator<SealedRow> {
    for (let after = FIRST_KEY, more = true; more; ) {
      const page = await this.secrets.list(column, after, PAGE);
      yield* page;
      after = page.at(-1)?.id ?? after;
      more = page.length === PAGE;
    }
  }

  /** Null, or the code of what was wrong with it. */
  private async sealAnew(column: SealedColumn, row: SealedRow): Promise<string | null> {
    const place = { column: `${column.schema}.${column.table}.${column.column}`, id: row.id };
    try {
      await this.secrets.replace(column, row, this.vault.seal(place, this.vault.open(place, row.sealed)));
      return null;
    } catch (error) {
      const { code } = toAppError(error);
      if (!code.startsWith('VAULT.')) throw error;
      return code;
    }
  }
}
