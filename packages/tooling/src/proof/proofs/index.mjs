// @ts-check
import { besideTests } from './beside-tests.mjs';
import { diskFull } from './disk-full.mjs';
import { earlierData } from './earlier-data.mjs';
import { killed } from './killed.mjs';
import { ordinaryUser } from './ordinary-user.mjs';
import { ownServers } from './own-servers.mjs';
import { rootInClosedHome } from './root-in-closed-home.mjs';
import { smallSharedMemory } from './small-shared-memory.mjs';
import { takenPorts } from './taken-ports.mjs';

/** @type {ReadonlyMap<string, import('../run.mjs').Proof>} */
export const PROOFS = new Map([
  ['root-in-closed-home', rootInClosedHome],
  ['ordinary-user', ordinaryUser],
  ['small-shared-memory', smallSharedMemory],
  ['taken-ports', takenPorts],
  ['own-servers', ownServers],
  ['disk-full', diskFull],
  ['earlier-data', earlierData],
  ['killed', killed],
  ['beside-tests', besideTests],
]);
