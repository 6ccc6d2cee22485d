import { freePort } from '@tenon/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestApi } from './test-api.js';

const PROGRAM = fileURLToPath(new URL('../../../gateway/bundle/main.mjs', import.meta.url));
/** An error that nobody catches, whose text is a company's, whenever the process hears this signal. */
const STRAY = `data:text/javascript,process.on('SIGUSR2',()=>void Promise.reject(new RangeError('Key (email)=(wang@example.com) already exists.')))`;

/** A gateway as the process it is. */
export interface GatewayProcess {
  readonly mqttPort: number;
  /** Lets an error happen in it that nobody catches. */
  stray(): void;
  /** Tells it to end, or kills it, and waits until it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts one on the database of an api under test; resolves when its doors are open. @throws Error where it ends before */
export async function gatewayProcess({ database }: TestApi, gatewayId: string): Promise<GatewayProcess> {
  const mqttPort = await freePort();
  const env = { DATABASE_URL: database.databaseUrl, TENON_SECRET: 'ab'.repeat(32), MQTT_PORT: String(mqttPort), DEVICE_HTTP_PORT: '0', GATEWAY_ID: gatewayId };
  const child = spawn(process.execPath, ['--import', STRAY, PROGRAM], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout);
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.includes('"gateway.open"') && resolve());
    void ended.then(() => reject(new Error('The gateway ended before its doors were open.')));
  });
  return {
    mqttPort,
    stray: () => void child.kill('SIGUSR2'),
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
