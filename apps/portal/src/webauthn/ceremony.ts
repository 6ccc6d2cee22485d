import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { ApiError } from '../errors/api-error';
import type { AddPasskeyInput, BeginPasskeyMutation } from '../generated/documents';

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
function given<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  if (!browserSupportsWebAuthn()) throw new ApiError('PASSKEY.NOT_HERE');
  return ask().catch((fault: unknown) => {
    throw new ApiError((fault instanceof Error && CODES[fault.name]) || 'PASSKEY.NOT_HERE');
  });
}

/** Lets the browser make a passkey, which shows its owner’s finger, face or PIN from then on. @throws ApiError PASSKEY.NOT_GIVEN, PASSKEY.KNOWN, PASSKEY.NOT_HERE */
export async function makePasskey(offer: Offer): Promise<Omit<AddPasskeyInput, 'name'>> {
  const optionsJSON = {
    challenge: offer.challenge,
    rp: { id: offer.relyingPartyId, name: 'Tenon' },
    user: { id: offer.userHandle, name: offer.userName, displayName: offer.userName },
    pubKeyCredParams: offer.algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    excludeCredentials: offer.knownIds.map((id) => ({ type: 'public-key' as const, id })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' } as const,
    attestation: 'none' as const,
  };
  const { id, response } = await given(() => startRegistration({ optionsJSON }));
  return { credentialId: id, clientData: response.clientDataJSON, attestation: response.attestationObject };
}

/** Lets the person choose one of their passkeys, and answers with it. @throws ApiError PASSKEY.NOT_GIVEN, PASSKEY.NOT_HERE */
export async function answerByPasskey({ challenge, relyingPartyId }: PasskeyChallenge): Promise<Record<string, string>> {
  const { id, response } = await given(() => startAuthentication({ optionsJSON: { challenge, rpId: relyingPartyId, userVerification: 'required' } }));
  return { credentialId: id, clientData: response.clientDataJSON, authenticatorData: response.authenticatorData, signature: response.signature };
}
