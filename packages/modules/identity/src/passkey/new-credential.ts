import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { isOfferable, PASSKEY_ALGORITHMS } from './public-key.js';
import type { PasskeySite } from './site.js';

/** What a browser made, as it travels: bytes in base64url. */
export interface MadeCredential {
  readonly credentialId: string;
  /** What the browser says (clientDataJSON). */
  readonly clientData: string;
  /** What the authenticator says (attestationObject). */
  readonly attestation: string;
}

/** A credential that somebody's authenticator holds from now on. */
export interface NewCredential {
  readonly credentialId: Buffer;
  /** A COSE key in CBOR. */
  readonly publicKey: Buffer;
  /** How often it was used; 0 where the authenticator does not count. */
  readonly signCount: number;
  /** Whether it may be copied to other devices of its owner. */
  readonly isSyncable: boolean;
}

/**
 * Whether an authenticator says nothing of its maker, as it is asked to. What makers certify would be checked against lists that are
 * fetched from where the certificates say, and nobody here asked for it.
 */
function isUncertified(attestation: string): boolean {
  const said = decodeAttestationObject(isoBase64URL.toBuffer(attestation));
  return said.get('fmt') === 'none' || (said.get('fmt') === 'packed' && said.get('attStmt').get('x5c') === undefined);
}

/**
 * Reads what a browser made on our page for this challenge, with its owner there who showed that it is they; null for anything else.
 * @param challenge that this browser was given @see W3C Web Authentication Level 3, 7.1
 */
export async function readNewCredential({ credentialId, clientData, attestation }: MadeCredential, challenge: string, { origin, rpId }: PasskeySite): Promise<NewCredential | null> {
  try {
    if (!isUncertified(attestation)) return null;
    const { registrationInfo: made } = await verifyRegistrationResponse({
      response: { id: credentialId, rawId: credentialId, type: 'public-key', response: { clientDataJSON: clientData, attestationObject: attestation }, clientExtensionResults: {} },
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId, supportedAlgorithmIDs: PASSKEY_ALGORITHMS },
    });
    if (!made || made.credential.id !== credentialId || !isOfferable(made.credential.publicKey)) return null;
    const { id, publicKey, counter } = made.credential;
    return { credentialId: Buffer.from(id, 'base64url'), publicKey: Buffer.from(publicKey), signCount: counter, isSyncable: made.credentialDeviceType === 'multiDevice' };
  } catch {
    // The library throws at whatever is not as it must be, rubbish too.
    return null;
  }
}
