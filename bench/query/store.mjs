// @ts-check
import { openDatabase } from '@tenon/db';
import { createLog } from '@tenon/runtime';

// As the processes run it: compiled. Types come from the sources, since compiled code has none.
const compiled = (/** @type {string} */ file) => import(new URL(`../../packages/modules/telemetry/dist/${file}`, import.meta.url).href);
/** @type {typeof import('../../packages/modules/telemetry/src/testing/query-cases.js')} */
const { askTelemetry } = await compiled('testing/query-cases.js');

/**
 * The store as the api asks it, on one connection, so that its processor time can be told apart.
 * @param {string} databaseUrl
 * @param {string} tenantId
 */
export function openQuestions(databaseUrl, tenantId) {
  const database = openDatabase({ databaseUrl, log: createLog({ name: 'bench', level: 'silent' }), max: 1 });
  const ask = askTelemetry({ db: database });
  /** @type {any} */
  const actor = { kind: 'user', tenantId, userId: tenantId, permissions: new Set(['telemetry:read']) };
  return {
    /**
     * All of an answer, as rows.
     * @param {import('@tenon/domain/telemetry').TelemetryQuestion} question
     */
    rows: async (question) => {
      const { frames } = await ask.execute(actor, question);
      let rows = 0;
      for await (const { atMs } of frames) rows += atMs.length;
      return rows;
    },
    close: () => database.close(),
  };
}
