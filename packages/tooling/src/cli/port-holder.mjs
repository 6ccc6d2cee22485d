// @ts-check
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Who listens on a port, in words: `mosquitto (process 812)`. Best effort: of other users' processes only root is told.
 * @param {number} port
 * @returns {string | null}
 */
export function portHolder(port) {
  return fromProc(port) ?? fromLsof(port);
}

/** @param {number} port */
function fromProc(port) {
  try {
    const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeningInodes(readFileSync(file, 'utf8'), port)));
    if (inodes.size === 0) return null;
    const pid = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).find((name) => hasSocket(name, inodes));
    return pid ? `${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (process ${pid})` : null;
  } catch {
    return null;
  }
}

const LISTEN_STATE = '0A';

/**
 * The sockets that listen on a port, from the text of /proc/net/tcp.
 * @param {string} table
 * @param {number} port
 * @returns {readonly string[]} Inode numbers.
 */
export function listeningInodes(table, port) {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${hexPort}`) && state === LISTEN_STATE)
    .map((fields) => fields[9] ?? '');
}

/**
 * @param {string} pid
 * @param {ReadonlySet<string>} inodes
 */
function hasSocket(pid, inodes) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`)) ?? [];
      return inode !== undefined && inodes.has(inode);
    });
  } catch {
    return false;
  }
}

/** @param {number} port */
function fromLsof(port) {
  const { status, stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' });
  const [, pid, command] = /^p(\d+)\nc(.+)$/m.exec(status === 0 ? stdout : '') ?? [];
  return pid ? `${command} (process ${pid})` : null;
}
