import { describe, expect, it } from '@jest/globals';
import { childEnvironment } from './child-environment.mjs';
import { readConfig } from './config.mjs';

const PORTS = { PORTAL_PORT: 3000, API_PORT: 4001, MQTT_PORT: 1883, DEVICE_HTTP_PORT: 8080, WORKER_PORT: 4100 };

function environmentOf(outer: Record<string, string>, hasDemo = false) {
  const config = readConfig(outer, '/repo');
  return childEnvironment(outer, { config, ports: PORTS, databaseUrl: 'postgresql://tenon@localhost/tenon', secret: config.secret ?? 'cd'.repeat(32), publicUrl: 'http://localhost:3000', pages: '.next', isDev: false, hasDemo });
}

describe('the environment of the processes', () => {
  it('has the secret and the settings that a person set', () => {
    const secret = 'ab'.repeat(32);
    expect(environmentOf({ TENON_SECRET: secret, TELEMETRY_KEEP_MONTHS: '6', SIMULATOR_MQTT_URL: 'mqtt://other:1883' })).toMatchObject({ TENON_SECRET: secret, TELEMETRY_KEEP_MONTHS: '6', SIMULATOR_MQTT_URL: 'mqtt://other:1883' });
  });

  it('asks no second factor of the office that comes with a demo, unless a person says so', () => {
    const asked = (outer: Record<string, string>, hasDemo: boolean): unknown => environmentOf(outer, hasDemo)['STAFF_SECOND_FACTOR'];
    expect([asked({}, true), asked({}, false), asked({ STAFF_SECOND_FACTOR: 'demanded' }, true)]).toEqual(['optional', undefined, 'demanded']);
  });

  it('says how its own database is backed up, and that one of somebody else is not', () => {
    expect(environmentOf({ BACKUP_DIR: '/mnt/b', BACKUP_EVERY_HOURS: '6' })).toMatchObject({ BACKUP_DIR: '/mnt/b', BACKUP_EVERY_HOURS: '6' });
    expect(environmentOf({ DATABASE_URL: 'postgresql://elsewhere/tenon', BACKUP_EVERY_HOURS: '6' })).toMatchObject({ BACKUP_EVERY_HOURS: '0' });
  });

  it('has the api where this start put it, whatever stood in API_URL', () => {
    expect(environmentOf({ API_URL: 'http://elsewhere:1' })['API_URL']).toBe('http://127.0.0.1:4001');
  });

  it('has nothing that is npm’s own, and no address that is empty', () => {
    expect(Object.keys(environmentOf({ npm_lifecycle_event: 'start', REDIS_URL: '', SMTP_URL: ' ' })).filter((name) => /npm|REDIS|SMTP/.test(name))).toEqual([]);
  });
});
