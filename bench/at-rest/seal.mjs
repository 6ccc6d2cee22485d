// @ts-check
import { openDatabase } from '@tenon/db';
import { createLog } from '@tenon/runtime';

// As the worker runs it: compiled. Types come from the sources, since compiled code has none.
const compiled = (/** @type {string} */ file) => import(new URL(`../../packages/modules/telemetry/dist/${file}`, import.meta.url).href);
/** @type {typeof import('../../packages/modules/telemetry/src/application/seal-roll-ups.js')} */
const { SealRollUps } = await compiled('application/seal-roll-ups.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/roll-up-block.repository.js')} */
const { RollUpBlockRepository } = await compiled('persistence/roll-up-block.repository.js');

const END_MS = Date.UTC(9000, 0);

/** @param {string} databaseUrl */
export function openSealer(databaseUrl) {
  const database = openDatabase({ databaseUrl, log: createLog({ name: 'bench', level: 'silent' }), max: 1 });
  const sealRollUps = new SealRollUps(database.tenant, new RollUpBlockRepository());
  return {
    /**
     * Moves a company's minutes into blocks, without the rests that the worker takes: all of them, and all days into one block each, unless told otherwise.
     * @param {string} tenantId
     * @param {{ rowsBeforeMs?: number, daysBeforeMs?: number }} [due]
     */
    seal: async (tenantId, { rowsBeforeMs = END_MS, daysBeforeMs = END_MS } = {}) => {
      const company = /** @type {any} */ (tenantId);
      for (;;) {
        const lots = await sealRollUps.lots(company, { rowsBeforeMs, daysBeforeMs });
        if (lots.length === 0) return;
        for (const lot of lots) await sealRollUps.execute(company, lot);
      }
    },
    close: () => database.close(),
  };
}

/**
 * As {@link openSealer} does it, once.
 * @param {{ databaseUrl: string }} database
 * @param {string} tenantId
 * @param {{ rowsBeforeMs?: number, daysBeforeMs?: number }} [due]
 */
export async function sealAll({ databaseUrl }, tenantId, due) {
  const sealer = openSealer(databaseUrl);
  try {
    await sealer.seal(tenantId, due);
  } finally {
    await sealer.close();
  }
}
