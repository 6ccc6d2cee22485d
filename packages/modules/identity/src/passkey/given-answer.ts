import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { PasskeySite } from './site.js';

/** What a browser answers a challenge, as it travels: bytes in base64url. */
export interface GivenAnswer {
  readonly credentialId: string;
  /** What the browser says (clientDataJSON). */
  readonly clientData: string;
  /** What the authenticator says of itself and of who used it. */
  readonly authenticatorData: string;
  readonly signature: string;
}

/**
 * How often the authenticator says it was used, where it signed this challenge with this key, on our page, with its owner there who showed
 * that it is they; null for anything else. Whether the count rises is for whoever notes it: two answers may come at once.
 * @param publicKey a COSE key in CBOR @see W3C Web Authentication Level 3, 7.2
 */
export async function signCountOf({ credentialId, clientData, authenticatorData, signature }: GivenAnswer, challenge: string, publicKey: Buffer, { origin, rpId }: PasskeySite): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { id: credentialId, rawId: credentialId, type: 'public-key', response: { clientDataJSON: clientData, authenticatorData, signature }, clientExtensionResults: {} },
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId },
      credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws at whatever is not as it must be, rubbish too.
    return null;
  }
}
