import { asUnreachable, readRest } from '../../api/answer';

type AuthDoor = 'sign-up' | 'sign-in' | 'sign-out' | 'request-password-reset' | 'reset-password';

/** Knocks at one of the sign-in doors; the session cookie comes with the answer. @throws ApiError by code */
export async function postAuth(door: AuthDoor, body: Readonly<Record<string, string>> = {}): Promise<void> {
  const response = await fetch(`/api/auth/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(asUnreachable);
  await readRest(response);
}
