import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { docBlocks } from '../packages/tooling/src/infra/doc-blocks.js';
import { commandEnv, platform } from './platform/env.js';
import { hasProgram } from './platform/programs.js';

const run = promisify(execFile);

describe('the quickstart', () => {
  it('does what it says, block by block, in one shell', async () => {
    const { portalUrl, deviceHttpUrl, mqttUrl } = platform();
    // Clients that this machine lacks are left out; the page names them as a choice.
    const blocks = docBlocks(readFileSync('docs/quickstart.md', 'utf8')).filter((block) => block.title !== 'send-mqtt' || hasProgram('mosquitto_pub'));
    expect(blocks.length).toBeGreaterThanOrEqual(7);
    const script = ['set -euo pipefail', ...blocks.map((block) => `echo "== ${block.title}"\n${block.code}`)].join('\n');
    const env = commandEnv({ PORTAL: portalUrl, DEVICES: deviceHttpUrl, MQTT_PORT: new URL(mqttUrl).port, EMAIL: `reader-${Date.now()}@example.com` });
    const { stdout } = await run('bash', ['-c', script], { env, maxBuffer: 10_000_000 });
    const said = Object.fromEntries(stdout.split('== ').slice(1).map((part) => [part.split('\n', 1)[0], part]));
    expect(said['send']).toMatch(/^HTTP\/1\.1 200/m);
    expect(said['read']).toContain('"temperature"');
    expect(said['refused']).toMatch(/^HTTP\/1\.1 400/m);
    expect(said['refused']).toContain('TELEMETRY.BAD_JSON');
    expect(said['replay']).toContain('2 rows');
  });
});
