// @ts-check
/**
 * How fast messages are taken in, stored and acknowledged: the real gateway on a PostgreSQL of its own with everything on,
 * and Mosquitto, which stores nothing, under the same load in the same run where it is installed.
 *
 *   node bench/ingest/main.mjs [--json] [--seconds 10] [--connections 200] [--window 40] [--gateway apps/gateway/bundle/main.mjs] [--only tenon|mosquitto]
 */
import { parseArgs } from 'node:util';
import { measureGateway } from './measure-gateway.mjs';
import { measureMosquitto } from './measure-mosquitto.mjs';
import { ratiosOf, report } from './report.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '200' },
    window: { type: 'string', default: '40' },
    gateway: { type: 'string', default: 'apps/gateway/bundle/main.mjs' },
    only: { type: 'string', default: '' },
    profile: { type: 'string', default: '' },
  },
});

/** @type {import('./run-load.mjs').LoadOptions} */
const load = { seconds: Number(values.seconds), connections: Number(values.connections), window: Number(values.window) };
const tenon = values.only === 'mosquitto' ? undefined : await measureGateway({ load, entry: values.gateway, profileDir: values.profile });
const mosquitto = values.only === 'tenon' ? undefined : await measureMosquitto({ load });
process.stdout.write(values.json ? `${JSON.stringify({ load, tenon, mosquitto, ratios: ratiosOf(tenon, mosquitto) })}\n` : report({ load, tenon, mosquitto }));
