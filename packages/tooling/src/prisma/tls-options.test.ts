import { describe, expect, it } from '@jest/globals';
import { tlsOptions } from './tls-options.mjs';

const options = (query: string) => tlsOptions(new URLSearchParams(query));

describe('tlsOptions', () => {
  it('leaves the choice to PGSSLMODE where the URL says nothing', () => {
    expect(options('')).toBeUndefined();
  });

  it('disable: no TLS', () => {
    expect(options('sslmode=disable')).toBe(false);
  });

  it.each(['require', 'prefer'])('%s: encrypts and promises no more', (mode) => {
    expect(options(`sslmode=${mode}`)).toEqual({ rejectUnauthorized: false });
  });

  it.each(['sslmode=verify-full', 'sslmode=verify-full&sslrootcert=system'])('%s: checks chain and name against the public roots', (query) => {
    expect(options(query)).toEqual({ rejectUnauthorized: true });
  });

  it('verify-ca: refuses to trust every public root', () => {
    expect(() => options('sslmode=verify-ca')).toThrow('needs sslrootcert');
  });

  it.each(['require', 'prefer', 'verify-ca'])('%s: refuses the public roots by name too', (mode) => {
    expect(() => options(`sslmode=${mode}&sslrootcert=system`)).toThrow('needs sslmode=verify-full');
  });

  it('refuses a mode it does not know rather than connect in the clear', () => {
    expect(() => options('sslmode=verify_full')).toThrow('Unknown sslmode');
  });

  it.each(['sslaccept=strict', 'sslidentity=client.p12', 'sslcrl=list.pem'])('refuses %s rather than ignore it', (query) => {
    expect(() => options(`sslmode=require&${query}`)).toThrow('is not supported');
  });
});
