import { z } from 'zod';

/** What a browser says of a ceremony, beside what the authenticator signs. @see W3C Web Authentication Level 3, 5.8.1 */
const clientData = z.object({ type: z.string(), challenge: z.string(), origin: z.string(), crossOrigin: z.boolean().optional() });

/** Which ceremony is expected, and on which pages. */
export interface ExpectedCeremony {
  readonly type: 'webauthn.create' | 'webauthn.get';
  /** The portal's origin, as browsers write it. */
  readonly origin: string;
}

/**
 * The challenge that a browser answers, if it says that the ceremony is the expected one on our own page, in no other's frame; null
 * otherwise. Whether the challenge is one of ours is not looked at.
 */
export function answeredChallenge(bytes: Buffer, { type, origin }: ExpectedCeremony): string | null {
  const said = clientData.safeParse(parsed(bytes));
  if (!said.success || said.data.type !== type || said.data.origin !== origin || said.data.crossOrigin === true) return null;
  return said.data.challenge;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
