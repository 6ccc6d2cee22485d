// @ts-check
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';

/**
 * @typedef {import('@prisma/driver-adapter-utils').SqlQuery} SqlQuery
 * @typedef {import('@prisma/driver-adapter-utils').SqlResultSet} SqlResultSet
 * @typedef {import('@prisma/driver-adapter-utils').SqlQueryable} SqlQueryable
 * @typedef {import('@prisma/driver-adapter-utils').SqlDriverAdapter} SqlDriverAdapter
 * @typedef {import('pg').QueryArrayResult} DriverResult
 * @typedef {SqlQueryable & { performIO(query: SqlQuery): Promise<DriverResult>, onError(error: unknown): never }} PgQueryable
 * What adapter-pg 7.10.0 does inside; `performIO` and `onError` are not in its typings.
 * @typedef {PgQueryable & SqlDriverAdapter & { client: import('pg').Pool }} PgAdapter
 */

/** PostgreSQL's one-byte "char", with the quotes: pg_catalog is full of it. */
const INTERNAL_CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * Mends, on this one connection, what keeps adapter-pg 7.10.0 from carrying the schema engine.
 * @param {SqlDriverAdapter} adapter made by PrismaPg
 * @returns {SqlDriverAdapter} the same object
 */
export function repairAdapter(adapter) {
  const pgAdapter = /** @type {PgAdapter} */ (adapter);
  mapInternalChar(pgAdapter);
  sendScriptsWhole(pgAdapter);
  const { startTransaction } = pgAdapter;
  pgAdapter.startTransaction = async function (isolationLevel) {
    const transaction = await startTransaction.call(this, isolationLevel);
    mapInternalChar(/** @type {PgQueryable} */ (/** @type {unknown} */ (transaction)));
    return transaction;
  };
  return pgAdapter;
}

/**
 * adapter-pg refuses oid 18, which the engine reads from pg_catalog to describe a schema.
 * The column passes as text and is then labelled Character, as the engine expects.
 * @param {PgQueryable} queryable
 */
function mapInternalChar(queryable) {
  const { queryRaw } = queryable;
  queryable.queryRaw = async (query) => {
    /** @type {number[]} */
    let charColumns = [];
    // A view of the queryable a call, so that two queries under way never share the list.
    const call = Object.create(queryable, {
      performIO: {
        value: async (/** @type {SqlQuery} */ sql) => {
          const result = await queryable.performIO(sql);
          charColumns = relabelInternalChar(result.fields);
          return result;
        },
      },
    });
    const resultSet = await queryRaw.call(call, query);
    for (const column of charColumns) resultSet.columnTypes[column] = ColumnTypeEnum.Character;
    return resultSet;
  };
}

/**
 * @param {import('pg').FieldDef[]} fields
 * @returns {number[]} the columns that were "char"
 */
function relabelInternalChar(fields) {
  return fields.flatMap((field, column) => {
    if (field.dataTypeID !== INTERNAL_CHAR_OID) return [];
    field.dataTypeID = TEXT_OID;
    return [column];
  });
}

/**
 * adapter-pg splits a script at every `;`, which breaks $$ bodies and strings and runs the pieces apart from each other.
 * One simple-protocol query is what the native engine sends: PostgreSQL does the splitting, and all of it holds or none.
 * @param {PgAdapter} adapter
 */
function sendScriptsWhole(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      // Through the adapter's own mapping: an unmapped error reaches the user as "External error id#0".
      adapter.onError(withLineNumber(error, script));
    }
  };
}

/**
 * @param {unknown} error
 * @param {string} script
 */
function withLineNumber(error, script) {
  const position = Number(/** @type {{ position?: string }} */ (error).position);
  if (error instanceof Error && position > 0) {
    const line = [...script].slice(0, position - 1).filter((character) => character === '\n').length + 1;
    error.message += ` (line ${line} of the script)`;
  }
  return error;
}
