import { APIError } from 'better-auth/api';
import { AppError, conflict, invalid, toAppError, unauthenticated } from '@tenon/kernel';

const wrongCredentials = (): AppError => unauthenticated('AUTH.WRONG_CREDENTIALS', 'E-mail or password is not right.');

const TRANSLATED: Readonly<Record<string, () => AppError>> = {
  USER_ALREADY_EXISTS: () => conflict('AUTH.EMAIL_TAKEN', 'Somebody already signed up with this e-mail.'),
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: () => conflict('AUTH.EMAIL_TAKEN', 'Somebody already signed up with this e-mail.'),
  INVALID_EMAIL: () => invalid('AUTH.EMAIL_MALFORMED', 'This is not an e-mail address.'),
  PASSWORD_TOO_SHORT: () => invalid('AUTH.WEAK_PASSWORD', 'The password is too short.'),
  PASSWORD_TOO_LONG: () => invalid('AUTH.WEAK_PASSWORD', 'The password is too long.'),
  INVALID_EMAIL_OR_PASSWORD: wrongCredentials,
  INVALID_TOKEN: () => invalid('AUTH.RESET_TOKEN_INVALID', 'The link has been used or is too old. Ask for a new one.'),
};

/** Does it; what better-auth throws comes in our vocabulary. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translateAuthError(error);
  }
}

/** better-auth's errors in our vocabulary. */
function translateAuthError(thrown: unknown): AppError {
  if (!(thrown instanceof APIError)) return toAppError(thrown);
  const translate = TRANSLATED[String(thrown.body?.code ?? '')];
  return translate?.() ?? toAppError(thrown);
}
