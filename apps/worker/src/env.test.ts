import { describe, expect, it } from '@jest/globals';
import { envSchema, simulatorBrokerUrl } from './env.js';

const NEEDED = { DATABASE_URL: 'postgresql://tenon@localhost:5432/tenon', TENON_SECRET: '0'.repeat(64) };

describe('where simulated machines find the gateway', () => {
  it('is beside the worker when nothing is said', () => {
    expect(simulatorBrokerUrl(envSchema.parse({ ...NEEDED, MQTT_PORT: '1899' }))).toBe('mqtt://127.0.0.1:1899');
  });

  it('is another machine when SIMULATOR_MQTT_URL says so', () => {
    expect(simulatorBrokerUrl(envSchema.parse({ ...NEEDED, SIMULATOR_MQTT_URL: 'mqtt://gateway:1883' }))).toBe('mqtt://gateway:1883');
  });

  it.each(['gateway:1883', 'http://gateway:8080', 'gateway'])('is not %j', (text) => {
    const { error } = envSchema.safeParse({ ...NEEDED, SIMULATOR_MQTT_URL: text });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['SIMULATOR_MQTT_URL']);
  });
});
