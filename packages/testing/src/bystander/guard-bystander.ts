import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { guardsEach } from '../env.js';
import type { TestDatabase } from '../test-database.js';
import { addBystander, type Bystander } from './add-bystander.js';
import { rowsOfCompany, rowsOfCompanyAnew } from './rows-of-company.js';

/** What a suite lets its bystander be held against. */
export interface Guarded {
  database(): TestDatabase;
  /** What companies were told since this was last asked; none of it may be the bystander's. */
  shown?(): readonly string[];
}

/**
 * Adds a company that takes no part, and fails each test that showed a company anything of it, and a file that changed a row of it; with
 * TENON_GUARD_EACH=1 the test that did. Call it once in a file, below the `beforeAll` that makes the database.
 */
export function guardBystander({ database, shown = () => [] }: Guarded): () => Bystander {
  let bystander: Bystander;
  beforeAll(async () => {
    bystander = await addBystander(database());
  });
  afterEach(async () => {
    if (guardsEach()) expect(await rowsOfCompany(database(), bystander.tenantId)).toEqual(bystander.rows);
    expect(shown().filter((text) => text.includes(bystander.mark))).toEqual([]);
  });
  // All rows of a company are a question to a hundred tables: asked after each of our tests, it was a tenth of the work.
  afterAll(async () => expect(await rowsOfCompanyAnew(database(), bystander.tenantId)).toEqual(bystander.rows));
  return () => bystander;
}
