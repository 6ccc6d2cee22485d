// @ts-check
import { Problem } from '../cli/problem.mjs';
import { PORTS, portVariables } from './config.mjs';

/** @typedef {import('./config.mjs').Ports} Ports */
/** @typedef {import('./config.mjs').PortVariable} PortVariable */

/**
 * @typedef {object} PortSight What is known of a machine's ports.
 * @property {(port: number) => Promise<'free' | 'taken' | 'forbidden'>} stateOf
 * @property {(port: number) => string | null} holderOf
 * @property {() => Promise<number>} anyFree
 *
 * @typedef {object} PortPlan
 * @property {Ports} ports
 * @property {readonly string[]} notes One for each that moved.
 */

/** How far a default may move before that looks like a fault of the machine. */
const FARTHEST = 200;

/**
 * Decides every port: one that was set is taken or refused, a default moves to the next free one.
 * @param {Partial<Ports>} setPorts
 * @param {PortSight} sight
 * @returns {Promise<PortPlan>}
 */
export async function planPorts(setPorts, sight) {
  // Those that were set come first, so that no default moves onto one of them.
  const ports = await fixedPorts(setPorts, sight);
  /** @type {string[]} */
  const notes = [];
  for (const variable of portVariables().filter((each) => setPorts[each] === undefined)) {
    const { port: usual, title } = PORTS[variable];
    const port = await nextFree(variable, new Set(Object.values(ports)), sight);
    ports[variable] = port;
    if (port !== usual) notes.push(`Port ${usual} is taken${by(sight.holderOf(usual))}; ${title} is on ${port} (set ${variable} to choose).`);
  }
  return { ports: /** @type {Ports} */ (ports), notes };
}

/**
 * The ports that were set; 0 lets the system choose.
 * @param {Partial<Ports>} setPorts
 * @param {PortSight} sight
 * @returns {Promise<Partial<Ports>>}
 * @throws {Problem} with every one that cannot be had
 */
async function fixedPorts(setPorts, sight) {
  /** @type {Partial<Ports>} */
  const ports = {};
  /** @type {string[]} */
  const faults = [];
  for (const variable of portVariables()) {
    const wanted = setPorts[variable];
    if (wanted === undefined) continue;
    const fault = wanted === 0 ? null : await faultOf(variable, wanted, sight);
    if (fault) faults.push(fault);
    ports[variable] = wanted === 0 ? await sight.anyFree() : wanted;
  }
  if (faults.length > 0) throw new Problem(faults.join('\n'));
  return ports;
}

/**
 * @param {PortVariable} variable
 * @param {number} port
 * @param {PortSight} sight
 * @returns {Promise<string | null>}
 */
async function faultOf(variable, port, sight) {
  const state = await sight.stateOf(port);
  if (state === 'free') return null;
  if (state === 'forbidden') return `This user may not listen on port ${port} (${variable}). Take one above 1023.`;
  return `Port ${port}, set by ${variable} for ${PORTS[variable].title}, is taken${by(sight.holderOf(port))}. Free it, or set ${variable} to another.`;
}

/**
 * @param {PortVariable} variable
 * @param {ReadonlySet<number>} ours
 * @param {PortSight} sight
 */
async function nextFree(variable, ours, sight) {
  const { port: usual } = PORTS[variable];
  for (let port = usual; port < usual + FARTHEST; port += 1) {
    if (!ours.has(port) && (await sight.stateOf(port)) === 'free') return port;
  }
  throw new Problem(`No port from ${usual} to ${usual + FARTHEST - 1} is free for ${PORTS[variable].title}. Set ${variable}.`);
}

/** @param {string | null} holder */
function by(holder) {
  return holder ? ` by ${holder}` : '';
}
