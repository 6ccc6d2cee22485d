import { invalid } from '@tenon/kernel';
import { isIP } from 'node:net';
import type { AllowedHosts } from './allowed-hosts.js';
import { isPublicAddress } from './public-address.js';

const LONGEST_URL = 2_000;

/** Where a call may go, as far as the address itself says. */
export interface OutgoingTarget {
  readonly url: URL;
  /** Whether the operator allowed it, so that its addresses are not asked about. */
  readonly isAllowed: boolean;
}

/**
 * Reads an address that somebody of a company gave us to call.
 * @throws AppError (invalid) OUTGOING.URL when it is none; OUTGOING.HTTPS_ONLY; OUTGOING.CREDENTIALS when it holds a name or password;
 *   OUTGOING.PORT when it is not 443; OUTGOING.ADDRESS when it is an IP address that is not public
 */
export function outgoingTarget(text: string, allowed: AllowedHosts): OutgoingTarget {
  const trimmed = text.trim();
  const url = trimmed.length <= LONGEST_URL && URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw invalid('OUTGOING.URL', 'This is not a web address.');
  if (url.username !== '' || url.password !== '') throw invalid('OUTGOING.CREDENTIALS', 'The address holds a name or a password.');
  const isAllowed = allowed.has(url);
  if (!isAllowed) demandPublic(url);
  return { url, isAllowed };
}

function demandPublic({ protocol, port, hostname }: URL): void {
  if (protocol !== 'https:') throw invalid('OUTGOING.HTTPS_ONLY', 'Only https addresses are called.');
  if (port !== '') throw invalid('OUTGOING.PORT', 'Only port 443 is called.', { port: Number(port) });
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw notPublic();
}

/** That an address lies where nobody outside may send us. Which one it is stays with us: it would tell of the network we stand in. */
export const notPublic = () => invalid('OUTGOING.ADDRESS', 'This address is not on the public internet.');
