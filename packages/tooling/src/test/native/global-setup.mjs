// @ts-check
import { link } from './link.mjs';

/** Jest's option `globalSetup` for tests that need nothing else. */
export default link;
