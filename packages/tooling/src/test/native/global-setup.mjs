// @ts-check
import { link } from './link.mjs';
import { openScratch } from './scratch.mjs';

/** Jest's option `globalSetup` for tests that need nothing else. */
export default async function globalSetup() {
  openScratch();
  await link();
}
