import type pg from 'pg';

/** A column of sealed secrets, in the schema of sign-in. */
export interface SealedColumn {
  readonly table: string;
  /** By which a row is known, in the database and to whoever sealed its secret. */
  readonly key: string;
  readonly column: string;
}

/** Every column of sealed secrets there is; a test compares it with the catalogue. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [{ table: 'second_factor', key: 'user_id', column: 'secret_sealed' }];

/** One sealed secret. */
export interface SealedRow {
  readonly id: string;
  readonly sealed: string;
}

/** A page of them, after a key. @param pool connections of the role tenon_auth, here and below */
export async function listSealed(pool: pg.Pool, { table, key, column }: SealedColumn, after: string, limit: number): Promise<SealedRow[]> {
  const { rows } = await pool.query<SealedRow>(`SELECT ${key} AS id, ${column} AS sealed FROM auth.${table} WHERE ${key} > $1::uuid ORDER BY ${key} LIMIT $2`, [after, limit]);
  return rows;
}

/** Puts a secret that was sealed anew in place of what it was, unless another has come there since. */
export async function replaceSealed(pool: pg.Pool, { table, key, column }: SealedColumn, { id, sealed }: SealedRow, anew: string): Promise<void> {
  await pool.query(`UPDATE auth.${table} SET ${column} = $3 WHERE ${key} = $1 AND ${column} = $2`, [id, sealed, anew]);
}
