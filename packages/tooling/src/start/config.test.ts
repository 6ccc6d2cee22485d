import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.mjs';

describe('configuration from the environment', () => {
  it('has a data folder in the checkout and no fixed port by default', () => {
    expect(readConfig({}, '/repo')).toMatchObject({ dataDir: '/repo/.data', setPorts: {}, databaseUrl: undefined });
  });

  it('takes a data folder as given, relative to the checkout', () => {
    expect(readConfig({ TENON_DATA_DIR: '/srv/tenon' }, '/repo').dataDir).toBe('/srv/tenon');
    expect(readConfig({ TENON_DATA_DIR: '.data-2' }, '/repo').dataDir).toBe('/repo/.data-2');
  });

  it('backs up once a day beside the data folder, unless told otherwise', () => {
    expect(readConfig({}, '/repo').backups).toEqual({ home: '/repo/.data-backups', everyHours: 24, keep: 7 });
    expect(readConfig({ TENON_DATA_DIR: '/srv/tenon', BACKUP_EVERY_HOURS: '0', BACKUP_KEEP: '30', BACKUP_DIR: '/mnt/b' }, '/repo').backups).toEqual({ home: '/mnt/b', everyHours: 0, keep: 30 });
    expect(() => readConfig({ BACKUP_EVERY_HOURS: '-1', BACKUP_KEEP: '0' }, '/repo')).toThrow(/BACKUP_EVERY_HOURS=-1.*BACKUP_KEEP=0/s);
  });

  it('counts an empty variable as not set', () => {
    expect(readConfig({ PORTAL_PORT: '', REDIS_URL: ' ' }, '/repo')).toMatchObject({ setPorts: {}, redisUrl: undefined });
  });

  it('keeps the ports that were set, 0 among them', () => {
    expect(readConfig({ PORTAL_PORT: '3100', API_PORT: '0' }, '/repo').setPorts).toEqual({ PORTAL_PORT: 3100, API_PORT: 0 });
  });

  it('reports every fault at once', () => {
    const env = { PORTAL_PORT: '80x', API_PORT: '70000', MQTT_PORT: '-1', REDIS_URL: 'localhost:6379' };
    expect(() => readConfig(env, '/repo')).toThrow(/PORTAL_PORT=80x.*API_PORT=70000.*MQTT_PORT=-1.*REDIS_URL/s);
  });

  it('refuses one port for two parts', () => {
    expect(() => readConfig({ PORTAL_PORT: '4000', API_PORT: '4000' }, '/repo')).toThrow(/API_PORT=4000/);
  });

  it('never repeats an address, which may hold a password', () => {
    let message = '';
    try {
      readConfig({ DATABASE_URL: 'mysql://root:hunter2@db/x' }, '/repo');
    } catch (failure) {
      message = String(failure);
    }
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('hunter2');
  });

  it('takes a secret of one’s own', () => {
    expect(readConfig({ TENON_SECRET: 'ab'.repeat(32) }, '/repo').secret).toBe('ab'.repeat(32));
    expect(readConfig({ TENON_SECRET: '' }, '/repo').secret).toBeUndefined();
  });

  it.each(['AB'.repeat(32), 'ab'.repeat(31), 'hunter2'])('refuses the secret %j without repeating it', (secret) => {
    expect(() => readConfig({ TENON_SECRET: secret }, '/repo')).toThrow(/^TENON_SECRET is not 64 hexadecimal digits in lower case\. Make one with: openssl rand -hex 32$/);
  });

  it('takes the slash off the public address', () => {
    expect(readConfig({ PUBLIC_URL: 'https://tenon.example/' }, '/repo').publicUrl).toBe('https://tenon.example');
  });
});
