// @ts-check
/**
 * What a connection that says nothing costs the gateway in memory: so many machines connect, listen for commands and for what they are asked to be, and
 * are silent. The room for what is young, 64 MB by the gateway's own setting and filled by whatever connects, is held small here: it is no cost of
 * silence. Beside it the limit that was set, 8 MB for 1,000, and Mosquitto with as many that listen to as much, in the same run where it is installed.
 *
 *   node bench/idle/main.mjs [--json] [--connections 10000]
 */
import { parseArgs } from 'node:util';
import { startGateway } from '../ingest/measure-gateway.mjs';
import { startMosquitto } from '../ingest/measure-mosquitto.mjs';
import { seedDevices, throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { measureIdle } from './measure-idle.mjs';

const LIMIT_MB = 8;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, connections: { type: 'string', default: '10000' } } });
const connections = Number(values.connections);

/** @typedef {Awaited<ReturnType<typeof measureIdle>>} Idle */

/** The real gateway, on a database of its own. */
async function ofGateway() {
  const database = await throwawayDatabase();
  try {
    const tokens = await seedDevices(database.superuser, connections);
    const gateway = await startGateway({ databaseUrl: database.databaseUrl, connectsPerMinute: 1_000_000, nodeArgs: ['--max-semi-space-size=4'] });
    try {
      return await measureIdle({ port: gateway.port, pid: gateway.pid, tokens });
    } finally {
      await gateway.stop();
    }
  } finally {
    await database.close();
  }
}

async function ofMosquitto() {
  const mosquitto = await startMosquitto();
  if (!mosquitto) return null;
  try {
    return await measureIdle({ port: mosquitto.port, pid: mosquitto.pid, tokens: Array.from({ length: connections }, (_, i) => `T${String(i).padStart(31, '0')}`) });
  } finally {
    await mosquitto.stop();
  }
}

/** @param {string} name @param {Idle | null} idle */
function said(name, idle) {
  if (!idle) return `${name} is not installed\n`;
  return `${name.padEnd(26)}${idle.mbAThousand.toFixed(1)} MB for 1,000 (${idle.beforeMb.toFixed(0)} to ${idle.afterMb.toFixed(0)} MB), ${(idle.mbAThousand / LIMIT_MB).toFixed(2)} × of the ${LIMIT_MB} MB allowed; all in after ${(idle.connectMs / 1_000).toFixed(1)} s\n`;
}

const tenon = await ofGateway();
const mosquitto = await ofMosquitto();
process.stdout.write(values.json ? `${JSON.stringify({ connections, limitMb: LIMIT_MB, tenon, mosquitto })}\n` : `${connections.toLocaleString('en')} connections, MQTT 3.1.1, each listening to two topics, silent\n${said('tenon gateway', tenon)}${said('mosquitto', mosquitto)}`);
