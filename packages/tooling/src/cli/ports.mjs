// @ts-check
import { connect, createServer } from 'node:net';

/** Every address that a program may have taken a port on, or that we will listen on. */
const HOSTS = ['0.0.0.0', '127.0.0.1', '::', '::1'];
/** What an address answers that this machine does not have: IPv6 is often off. */
const WITHOUT_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);
const CONNECT_TIMEOUT_MS = 500;

/**
 * Whether someone has this port on any of this machine's own addresses. Both listening and calling are tried: where a
 * system lets two programs share a port by address, only the call finds the other.
 * @param {number} port
 * @returns {Promise<'free' | 'taken' | 'forbidden'>} `forbidden`: low ports are root's on some systems.
 */
export async function portState(port) {
  for (const host of HOSTS) {
    const code = await listenError(host, port);
    if (code === 'EACCES') return 'forbidden';
    if (code !== null && !WITHOUT_ADDRESS.has(code)) return 'taken';
  }
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => doesAnswer(host, port)));
  return answers.includes(true) ? 'taken' : 'free';
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | null>} null when the port could be taken there.
 */
function listenError(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ failure) => resolve(failure.code ?? 'UNKNOWN'));
    probe.listen({ host, port, exclusive: true, ipv6Only: true }, () => probe.close(() => resolve(null)));
  });
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function doesAnswer(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: CONNECT_TIMEOUT_MS });
    const end = (/** @type {boolean} */ isAnswered) => {
      socket.destroy();
      resolve(isAnswered);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
