import { ApiError } from '../errors/api-error';
import type { AddPasskeyInput, BeginPasskeyMutation } from '../generated/documents';
import { fromBase64url, toBase64url } from './base64url';

type Offer = BeginPasskeyMutation['beginPasskey'];

/** What the api answers whoever wants to sign in. */
export interface PasskeyChallenge {
  readonly challenge: string;
  readonly relyingPartyId: string;
}

/** By what browsers say that something is not to be; the person having closed the dialog among it. @see W3C Web Authentication Level 3, 5.1.3 and 5.1.4 */
const CODES: Readonly<Record<string, string>> = {
  NotAllowedError: 'PASSKEY.NOT_GIVEN',
  AbortError: 'PASSKEY.NOT_GIVEN',
  InvalidStateError: 'PASSKEY.KNOWN',
};

/** Does it; what the browser refuses comes by its code. Without passkeys, or on an address that has none, such as a number, it cannot be done. */
async function given<Given extends Credential>(ask: () => Promise<Credential | null>): Promise<Given> {
  if (typeof PublicKeyCredential === 'undefined') throw new ApiError('PASSKEY.NOT_HERE');
  const credential = await ask().catch((fault: unknown) => {
    throw new ApiError((fault instanceof DOMException && CODES[fault.name]) || 'PASSKEY.NOT_HERE');
  });
  if (!credential) throw new ApiError('PASSKEY.NOT_GIVEN');
  return credential as Given;
}

/** Lets the browser make a passkey, which shows its owner’s finger, face or PIN from then on. @throws ApiError PASSKEY.NOT_GIVEN, PASSKEY.KNOWN, PASSKEY.NOT_HERE */
export async function makePasskey(offer: Offer): Promise<Omit<AddPasskeyInput, 'name'>> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    challenge: fromBase64url(offer.challenge),
    rp: { id: offer.relyingPartyId, name: 'Tenon' },
    user: { id: fromBase64url(offer.userHandle), name: offer.userName, displayName: offer.userName },
    pubKeyCredParams: offer.algorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: offer.knownIds.map((id) => ({ type: 'public-key', id: fromBase64url(id) })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  };
  const { response } = await given<PublicKeyCredential & { response: AuthenticatorAttestationResponse }>(() => navigator.credentials.create({ publicKey }));
  const key = response.getPublicKey();
  if (!key) throw new ApiError('PASSKEY.NOT_HERE');
  return { clientData: toBase64url(response.clientDataJSON), authenticatorData: toBase64url(response.getAuthenticatorData()), publicKey: toBase64url(key) };
}

/** Lets the person choose one of their passkeys, and answers with it. @throws ApiError PASSKEY.NOT_GIVEN, PASSKEY.NOT_HERE */
export async function answerByPasskey({ challenge, relyingPartyId }: PasskeyChallenge): Promise<Record<string, string>> {
  const publicKey: PublicKeyCredentialRequestOptions = { challenge: fromBase64url(challenge), rpId: relyingPartyId, userVerification: 'required' };
  const { rawId, response } = await given<PublicKeyCredential & { response: AuthenticatorAssertionResponse }>(() => navigator.credentials.get({ publicKey }));
  return { credentialId: toBase64url(rawId), clientData: toBase64url(response.clientDataJSON), authenticatorData: toBase64url(response.authenticatorData), signature: toBase64url(response.signature) };
}
