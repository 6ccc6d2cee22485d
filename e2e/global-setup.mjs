// @ts-check
import { link } from '../packages/tooling/src/test/native/link.mjs';
import { openScratch } from '../packages/tooling/src/test/native/scratch.mjs';
import { unpackBrowser } from './platform/unpacked-browser.mjs';

/** Before any journey: what they load, and their browser. */
export default async function globalSetup() {
  openScratch();
  await Promise.all([link(), unpackBrowser()]);
}
