// @ts-check
import { removeScratch } from './scratch.mjs';

/** Jest's option `globalTeardown` beside it. */
export default removeScratch;
