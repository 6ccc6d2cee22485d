import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type pg from 'pg';
import { AUTH_POOL } from '../sign-in/tokens.js';

/** A column of sealed secrets. */
export interface SealedColumn {
  /** Of sign-in, or of the companies. */
  readonly schema: 'auth' | 'public';
  readonly table: string;
  /** By which a row is known, in the database and to whoever sealed its secret; a uuid, and no two rows have one. */
  readonly key: string;
  readonly column: string;
}

/** Every column of sealed secrets there is, whichever module's; a test compares it with the catalogue. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { schema: 'auth', table: 'second_factor', key: 'user_id', column: 'secret_sealed' },
  { schema: 'public', table: 'certificate_authority', key: 'id', column: 'private_sealed' },
  { schema: 'public', table: 'notice_robot', key: 'id', column: 'address_sealed' },
  { schema: 'public', table: 'ota_key', key: 'id', column: 'private_sealed' },
  { schema: 'public', table: 'signing_key', key: 'id', column: 'private_sealed' },
  { schema: 'public', table: 'sso_connection', key: 'tenant_id', column: 'secret_sealed' },
];

/** One sealed secret. */
export interface SealedRow {
  readonly id: string;
  readonly sealed: string;
}

/** Sealed secrets, of people and of all companies. */
@Injectable()
export class SealedRepository {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly db: SystemDb,
  ) {}

  /** A page of them, after a key. */
  list({ schema, table, key, column }: SealedColumn, after: string, limit: number): Promise<SealedRow[]> {
    return this.ask(schema, `SELECT ${key} AS id, ${column} AS sealed FROM ${schema}.${table} WHERE ${key} > $1::uuid AND ${column} IS NOT NULL ORDER BY ${key} LIMIT $2`, [after, limit]);
  }

  /** Puts a secret that was sealed anew in place of what it was, unless another has come there since. */
  async replace({ schema, table, key, column }: SealedColumn, { id, sealed }: SealedRow, anew: string): Promise<void> {
    await this.ask(schema, `UPDATE ${schema}.${table} SET ${column} = $3 WHERE ${key} = $1 AND ${column} = $2`, [id, sealed, anew]);
  }

  /** Each schema by the one role that may enter it. */
  private async ask(schema: SealedColumn['schema'], text: string, params: readonly unknown[]): Promise<SealedRow[]> {
    if (schema === 'public') return this.db.run('secrets: seal anew', (tx) => tx.sql<SealedRow>(text, params));
    return (await this.pool.query<SealedRow>(text, [...params])).rows;
  }
}
