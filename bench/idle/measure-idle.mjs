// @ts-check
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { encodeConnect, encodeSubscribe } from '../ingest/packets.mjs';

const AT_ONCE = 100;
const WARM = 4_000;
const SUBACK = 0x90;
const SETTLE_MS = 4_000;

/**
 * Memory of a process with connections that say nothing, from some that came before, so that what is made once does not count.
 * @param {{ port: number, pid: number, tokens: readonly string[] }} options
 */
export async function measureIdle({ port, pid, tokens }) {
  /** @type {import('node:net').Socket[]} */
  const sockets = [];
  await connectAll(port, tokens.slice(0, WARM), sockets);
  await quiet();
  const beforeMb = residentMb(pid);
  const startedMs = performance.now();
  await connectAll(port, tokens.slice(WARM), sockets);
  const connectMs = performance.now() - startedMs;
  await quiet();
  const afterMb = residentMb(pid);
  for (const socket of sockets) socket.destroy();
  return { beforeMb, afterMb, connectMs, mbAThousand: ((afterMb - beforeMb) / (tokens.length - WARM)) * 1_000 };
}

/** Until what came with connecting was collected, as far as the process does it by itself. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

/** @param {number} pid */
function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

/** @param {number} port @param {readonly string[]} tokens @param {import('node:net').Socket[]} sockets */
async function connectAll(port, tokens, sockets) {
  for (let from = 0; from < tokens.length; from += AT_ONCE) sockets.push(...(await Promise.all(tokens.slice(from, from + AT_ONCE).map((token) => listening(port, token)))));
}

/** One connection that is let in and listens. @param {number} port @param {string} token @returns {Promise<import('node:net').Socket>} */
function listening(port, token) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject).once('close', () => reject(new Error('A connection was refused.')));
    socket.write(Buffer.concat([encodeConnect(token), encodeSubscribe(['v1/devices/me/rpc/request/+', 'v1/devices/me/attributes'])]));
    socket.on('data', (bytes) => {
      if (bytes.includes(SUBACK)) resolve(socket);
    });
  });
}
