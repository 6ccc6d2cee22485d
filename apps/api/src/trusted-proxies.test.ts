import { describe, expect, it } from '@jest/globals';
import { trustedProxies } from './trusted-proxies.js';

describe('TRUSTED_PROXIES', () => {
  it('trusts this machine alone when nothing is said', () => {
    expect(trustedProxies.parse(undefined)).toEqual(['loopback']);
  });

  it('takes addresses, ranges and names, with spaces or without', () => {
    expect(trustedProxies.parse('loopback, 10.1.0.0/16,2001:db8::/32 ,192.0.2.7')).toEqual(['loopback', '10.1.0.0/16', '2001:db8::/32', '192.0.2.7']);
  });

  it.each(['portal', '10.1.0.0/33', '10.1.0.0/', '0.0.0.0/0', '::/0', 'loopback 10.0.0.1', ',', '10.1.0.0/8/8'])('refuses %j', (text) => {
    expect(trustedProxies.safeParse(text).success).toBe(false);
  });

  it('names each entry that it refuses', () => {
    const { error } = trustedProxies.safeParse('portal, 10.0.0.1, everybody');
    expect(error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining('"portal"'), expect.stringContaining('"everybody"')]);
  });
});
