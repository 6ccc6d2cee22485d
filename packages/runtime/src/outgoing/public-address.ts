import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';

/** Addresses that the registries call public and that answer to no public: a cloud's own services for the machine itself. */
const OF_THE_CLOUD: readonly string[] = ['168.63.129.16'];
/** What IANA has given out as global unicast of IPv6; everything else is of another kind, or of none yet. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is somebody's on the public internet, and no other kind: not of this machine, of a private network, of the
 * link, shared by a carrier, for many at once, reserved, or a way of writing an IPv4 address in IPv6 by which the question would
 * be put to the wrong one.
 * @param address IPv4 in four parts or IPv6, as a look-up gives it
 * @see IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), as ipaddr.js has them
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || OF_THE_CLOUD.includes(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6);
}
