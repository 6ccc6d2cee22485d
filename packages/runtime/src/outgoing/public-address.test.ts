import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from './public-address.js';

describe('an address on the public internet', () => {
  it.each(['8.8.8.8', '223.5.5.5', '101.226.4.6', '2606:4700:4700::1111', '2400:3200::1'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '::1', '::']],
    ['a private network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd00::1', 'fc00::1', 'fec0::1']],
    ['the link, and with it a cloud’s answers about the machine', ['169.254.169.254', '169.254.0.1', 'fe80::1', 'fd00:ec2::254', '168.63.129.16', '192.0.0.192']],
    ['a network that a carrier shares', ['100.64.0.1', '100.100.100.200', '100.127.255.255']],
    ['many at once', ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1']],
    ['nobody, by the registries', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '192.88.99.1', '240.0.0.1', '2001:db8::1', '3fff::1', '5f00::1', '100::1', '4000::1']],
    ['IPv4 in other clothes', ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::1', '2001:0:7f00:1::', '::ffff:0:127.0.0.1']],
    ['no address at all', ['', 'localhost', '8.8.8', '8.8.8.8 ', '1e3', '0x7f.1', '[::1]']],
  ])('is not one of %s', (_what, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});
