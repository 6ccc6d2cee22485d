import { asUnreachable, readRest } from '../../api/answer';

type AuthDoor = 'sign-up' | 'sign-in' | 'second-step' | 'sign-out' | 'request-password-reset' | 'reset-password';

/** What a sign-in door answers. */
export interface AuthAnswer {
  /** What is asked before a session is opened. */
  readonly next?: 'second-step';
}

/** Knocks at one of the sign-in doors; cookies come with the answer. @throws ApiError by code */
export async function postAuth(door: AuthDoor, body: Readonly<Record<string, string>> = {}): Promise<AuthAnswer> {
  const response = await fetch(`/api/auth/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(asUnreachable);
  return (await readRest(response)) as AuthAnswer;
}
