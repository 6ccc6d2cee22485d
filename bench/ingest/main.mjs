// @ts-check
/**
 * How fast messages are taken in, stored and acknowledged: the real gateway on a PostgreSQL of its own with everything on,
 * and Mosquitto, which stores nothing, under the same load in the same run where it is installed.
 *
 *   node bench/ingest/main.mjs [--json] [--seconds 10] [--connections 200,2000] [--window 40,4] [--gateway apps/gateway/bundle/main.mjs] [--only tenon|mosquitto]
 */
import { parseArgs } from 'node:util';
import { measureGateway } from './measure-gateway.mjs';
import { measureMosquitto } from './measure-mosquitto.mjs';
import { ratiosOf, report } from './report.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '200,2000' },
    window: { type: 'string', default: '40,4' },
    gateway: { type: 'string', default: 'apps/gateway/bundle/main.mjs' },
    only: { type: 'string', default: '' },
    profile: { type: 'string', default: '' },
  },
});

const windows = values.window.split(',').map(Number);
const runs = [];
for (const [place, connections] of values.connections.split(',').map(Number).entries()) {
  const load = { seconds: Number(values.seconds), connections, window: windows[place] ?? windows[0] ?? 1 };
  const tenon = values.only === 'mosquitto' ? undefined : await measureGateway({ load, entry: values.gateway, profileDir: values.profile });
  const mosquitto = values.only === 'tenon' ? undefined : await measureMosquitto({ load });
  runs.push({ load, tenon, mosquitto, ratios: ratiosOf(tenon, mosquitto) });
  if (!values.json) process.stdout.write(`${report({ load, tenon, mosquitto })}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(runs)}\n`);
