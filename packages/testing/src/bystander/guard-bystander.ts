import { afterEach, beforeAll, expect } from '@jest/globals';
import type { TestDatabase } from '../test-database.js';
import { addBystander, type Bystander } from './add-bystander.js';
import { rowsOfCompany } from './rows-of-company.js';

/** What a suite lets its bystander be held against. */
export interface Guarded {
  database(): TestDatabase;
  /** What companies were told since this was last asked; none of it may be the bystander's. */
  shown?(): readonly string[];
}

/**
 * Adds a company that takes no part, and fails each test that changed a row of it or showed a company anything of it.
 * Call it once in a file, below the `beforeAll` that makes the database.
 */
export function guardBystander({ database, shown = () => [] }: Guarded): () => Bystander {
  let bystander: Bystander;
  beforeAll(async () => {
    bystander = await addBystander(database());
  });
  afterEach(async () => {
    expect(await rowsOfCompany(database(), bystander.tenantId)).toEqual(bystander.rows);
    expect(shown().filter((text) => text.includes(bystander.mark))).toEqual([]);
  });
  return () => bystander;
}
