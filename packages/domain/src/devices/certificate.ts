import { DAY_MS } from '@tenon/kernel';

/** How long a machine's certificate is good where nobody says otherwise, in days: long enough for a machine, and its key is not in a drawer for ever. */
export const CERTIFICATE_DAYS = 730;
/** Bounds of what may be said, in days. */
export const CERTIFICATE_DAYS_BETWEEN = [1, 3_650] as const;
/** How long the company's own authority is good, in days. Machines' certificates end no later than it does. */
export const AUTHORITY_DAYS = 7_300;
/** Clocks of small machines are behind: what is made now was good a little earlier. */
export const BACKDATED_MS = 3_600_000;
/** Authorities of others' that a company has at once, ended ones aside. */
export const MOST_AUTHORITIES = 10;
/** Certificates of a machine that let in at once: while one is exchanged for the next there are two. */
export const MOST_CERTIFICATES = 5;
/** How close to its end a certificate is told of as one to exchange, in ms. */
export const CERTIFICATE_ENDS_SOON_MS = 30 * DAY_MS;

/** When a certificate made now begins and ends. @param authorityEndsMs the end of the authority that signs it */
export function certificateSpan(nowMs: number, days: number, authorityEndsMs = Infinity): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: nowMs - BACKDATED_MS, toMs: Math.min(nowMs + days * DAY_MS, authorityEndsMs) };
}

const SERIAL = /^[0-9a-f]{1,40}$/;

/** A serial number as we keep it: hexadecimal in small letters without colons, blanks and zeros at the front; null where it is none. @see RFC 5280, section 4.1.2.2: 20 octets at most */
export function serialNumber(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/^0x/, '').replaceAll(/[\s:]/g, '').replace(/^0+(?=.)/, '');
  return SERIAL.test(plain) ? plain : null;
}
