// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { REPOSITORY } from '../../cli/repository.mjs';
import { waitUntil } from '../../cli/sleep.mjs';
import { portState } from '../../cli/ports.mjs';
import { dataFolder } from '../checkout.mjs';
import { refusedStart, startPlatform } from '../platform.mjs';
import { mustHold, sendAndRead } from '../use-platform.mjs';

/**
 * @type {import('../run.mjs').Proof}
 */
export const takenPorts = {
  title: 'beside a Mosquitto on 1883: a port that was set is refused by name, a default moves',
  isAlone: true,
  async show({ work, say }) {
    const mosquitto = spawn('mosquitto', ['-p', '1883'], { stdio: 'ignore' });
    try {
      mustHold(await waitUntil(async () => (await portState(1883)) === 'taken', { timeoutMs: 30_000 }), 'Mosquitto listens on 1883');
      const dataDir = dataFolder(path.join(dataFolder(work), 'data'));
      await showRefusal(dataDir, mosquitto.pid ?? 0, say);
      await showMove(dataDir, say);
    } finally {
      mosquitto.kill();
    }
  },
};

/**
 * @param {string} dataDir
 * @param {number} holder
 * @param {(line: string) => void} say
 */
async function showRefusal(dataDir, holder, say) {
  const { code, text } = await refusedStart({ checkout: REPOSITORY, dataDir, settings: { MQTT_PORT: '1883' } });
  const words = `Port 1883, set by MQTT_PORT for MQTT, is taken by mosquitto (process ${holder})`;
  mustHold(code === 1 && text.includes(words), `the refusal says "${words}"`, text.split('\n'));
  say(text.split('\n').find((line) => line.includes(words)) ?? '');
}

/**
 * @param {string} dataDir
 * @param {(line: string) => void} say
 */
async function showMove(dataDir, say) {
  const platform = await startPlatform({ checkout: REPOSITORY, dataDir });
  try {
    mustHold(platform.file.mqttUrl === 'mqtt://127.0.0.1:1884', 'MQTT is on 1884');
    const note = platform.lines().find((line) => line.includes('Port 1883 is taken by mosquitto')) ?? '';
    mustHold(note.includes('MQTT_PORT'), 'the move is said, with its variable', platform.lines());
    say(note);
    await sendAndRead(platform.file, 7_004); // the demo's history went through 1884 as well
  } finally {
    await platform.stop();
  }
}
