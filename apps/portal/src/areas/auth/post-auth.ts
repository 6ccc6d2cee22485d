import { asUnreachable, readRest } from '../../api/answer';

export type AuthDoor = 'sign-up' | 'sign-in' | 'second-step' | 'passkey-challenge' | 'passkey' | 'sso-begin' | 'sign-out' | 'request-password-reset' | 'reset-password' | 'verify-email' | 'invitation' | 'accept-invitation';

/** What a sign-in door answers. */
export interface AuthAnswer {
  /** What is asked before a session is opened. */
  readonly next?: 'second-step';
}

/** Knocks at one of the doors, whose answer is given; cookies come with it. @throws ApiError by code */
export async function postAuth<Answer = AuthAnswer>(door: AuthDoor, body: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(`/api/auth/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(asUnreachable);
  return (await readRest(response)) as Answer;
}
