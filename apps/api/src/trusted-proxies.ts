import { isIP } from 'node:net';
import { z } from 'zod';

/** Names that Fastify's proxy-addr has for ranges. */
const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/** `TRUSTED_PROXIES`: addresses, ranges and names of ranges, with commas between, as Fastify's `trustProxy` takes them. */
export const trustedProxies = z
  .string()
  .default('loopback')
  .transform((text) => text.split(',').map((each) => each.trim()).filter((each) => each !== ''))
  .superRefine((entries, context) => {
    for (const entry of entries.filter((each) => !isProxy(each))) {
      context.addIssue({ code: 'custom', message: `"${entry}" is no address, no range such as 10.1.0.0/16, and none of ${NAMED_RANGES.join(', ')}` });
    }
    // Fastify would take an empty list for "trust nobody", and every browser would then have the portal's address.
    if (entries.length === 0) context.addIssue({ code: 'custom', message: 'names nobody, though the portal itself is a proxy' });
  });

function isProxy(entry: string): boolean {
  if (NAMED_RANGES.includes(entry)) return true;
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  // A range of everything would let each browser choose its own address.
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) > 0 && Number(bits) <= (family === 4 ? 32 : 128));
}
