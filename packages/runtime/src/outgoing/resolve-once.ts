import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { AppError, unavailable } from '@tenon/kernel';
import { isPublicAddress } from './public-address.js';
import { notPublic } from './outgoing-target.js';

/** Every address of a name, as the system resolves it. */
export type Resolver = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Asks the system, as every program on this machine would. */
export const systemResolver: Resolver = (hostname) =>
  new Promise((resolve, reject) => {
    lookup(hostname, { all: true, verbatim: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * The addresses of a name, all of them public; asked once, as a name may answer another each time it is asked.
 * @throws AppError (unavailable) OUTGOING.UNRESOLVED; (invalid) OUTGOING.ADDRESS when one of them is not public
 */
export async function publicAddresses(hostname: string, resolver: Resolver): Promise<readonly LookupAddress[]> {
  const addresses = await resolver(hostname).catch((cause: unknown) => {
    throw new AppError('unavailable', 'OUTGOING.UNRESOLVED', 'This name leads nowhere just now.', {}, { cause });
  });
  if (addresses.length === 0) throw unavailable('OUTGOING.UNRESOLVED', 'This name leads nowhere just now.');
  // One that is not public among others is no mistake of theirs: which one a connection takes is chance.
  if (!addresses.every(({ address }) => isPublicAddress(address))) throw notPublic();
  return addresses;
}

/** A look-up that says what was found before and asks nobody: a connection goes to the addresses that were looked at, and no others. */
export function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    // Later, as a real look-up answers: a connection that fails on the spot, as where there is no route, would say so before anybody
    // listens, and end the process.
    setImmediate(() => (options.all ? callback(null, [...addresses]) : callback(null, first?.address ?? '', first?.family)));
  };
}
