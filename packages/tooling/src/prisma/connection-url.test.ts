import { describe, expect, it } from '@jest/globals';
import { parseConnectionUrl } from './connection-url.mjs';

const configOf = (url: string) => parseConnectionUrl(url).config;

describe('parseConnectionUrl', () => {
  it('takes host, port, user, password and database apart, and decodes them', () => {
    expect(configOf('postgresql://us%40er:p%2Fw%3A@db.example:6543/my%20db')).toMatchObject({
      host: 'db.example', port: 6543, user: 'us@er', password: 'p/w:', database: 'my db',
    });
  });

  it('never yields a connection string: it would win over the shadow database’s name', () => {
    expect(configOf('postgresql://u:p@h/d')).not.toHaveProperty('connectionString');
  });

  it('has libpq’s defaults: port 5432, the user’s own database, localhost', () => {
    expect(configOf('postgres://ann@h')).toMatchObject({ port: 5432, database: 'ann' });
    expect(configOf('postgres:///d')).toMatchObject({ host: 'localhost', database: 'd' });
  });

  it.each([
    ['postgresql://ann@/d?host=/run/postgresql'],
    ['postgresql://ann@%2Frun%2Fpostgresql/d?sslmode=require'],
  ])('reaches a socket’s folder, where there is no TLS: %s', (url) => {
    expect(configOf(url)).toMatchObject({ host: '/run/postgresql', user: 'ann', database: 'd', ssl: false });
  });

  it('unwraps an IPv6 address', () => {
    expect(configOf('postgresql://u@[::1]:5433/d')).toMatchObject({ host: '::1', port: 5433 });
  });

  it('turns ?schema= into the search path of every connection, quoted', () => {
    const connection = parseConnectionUrl('postgresql://h/d?schema=my%20%22odd%22&options=-c%20work_mem%3D8MB');
    expect(connection.schema).toBe('my "odd"');
    expect(connection.config.options).toBe('-c work_mem=8MB -c search_path="my\\ ""odd"""');
  });

  it('leaves the search path alone without ?schema=', () => {
    expect(parseConnectionUrl('postgresql://h/d')).toMatchObject({ schema: undefined, config: { options: undefined } });
  });

  it('waits 5 s for a connection, or as long as the URL says', () => {
    expect(configOf('postgresql://h/d').connectionTimeoutMillis).toBe(5000);
    expect(configOf('postgresql://h/d?connect_timeout=30').connectionTimeoutMillis).toBe(30_000);
  });

  it('calls TLS optional for sslmode=prefer only', () => {
    expect(parseConnectionUrl('postgresql://h/d?sslmode=prefer').isTlsOptional).toBe(true);
    expect(parseConnectionUrl('postgresql://h/d?sslmode=require').isTlsOptional).toBe(false);
    expect(parseConnectionUrl('postgresql://h/d').isTlsOptional).toBe(false);
  });

  it.each(['mysql://u:secret@h/d', 'prisma+postgres://h/?api_key=secret', 'not a url, secret', 'postgresql://u:secret@h:port/d'])(
    'refuses %s without repeating it',
    (url) => {
      expect(() => parseConnectionUrl(url)).toThrow(/^The database URL is not of the form [^\n]*$/);
      expect(() => parseConnectionUrl(url)).not.toThrow(/secret/);
    },
  );
});
