/** What sort of fault an {@link AppError} is; one table maps each kind to HTTP, GraphQL and job behaviour. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'limited'
  | 'unavailable'
  | 'bug';

/** Facts about a fault that a screen or a log may show; never secrets. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * The one error type that crosses a layer.
 * `code` is stable and written `AREA.REASON` (for example `DEVICE.NOT_FOUND`); people's words for it live in the portal's catalogues.
 */
export class AppError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AppError';
  }
}

const make =
  (kind: ErrorKind) =>
  (code: string, message: string, details: ErrorDetails = {}): AppError =>
    new AppError(kind, code, message, details);

/** The caller's input is wrong; repeating it unchanged fails again. */
export const invalid = make('invalid');
/** Nobody is signed in, or the credential is not known. */
export const unauthenticated = make('unauthenticated');
/** Somebody is signed in, and may not do this. */
export const forbidden = make('forbidden');
/** No such thing for this caller, which is also the answer for another tenant's id. */
export const notFound = make('not-found');
/** The thing's state does not allow it now. */
export const conflict = make('conflict');
/** A limit was reached; trying later may work. */
export const limited = make('limited');
/** A part the platform depends on is away; trying again is right. */
export const unavailable = make('unavailable');
/** A fault in Tenon itself. */
export const bug = make('bug');

/** HTTP status of each kind of error. */
export const HTTP_STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
  bug: 500,
};

/** Whether a job that failed with this kind may succeed when run again unchanged. */
export const IS_RETRYABLE: Readonly<Record<ErrorKind, boolean>> = {
  invalid: false,
  unauthenticated: false,
  forbidden: false,
  'not-found': false,
  conflict: true,
  limited: true,
  unavailable: true,
  bug: true,
};

/** Turns anything thrown into an {@link AppError}; what is not one already becomes kind `bug`, code `INTERNAL`, its cause kept. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError('bug', 'INTERNAL', 'Something went wrong on our side.', {}, { cause: thrown });
}
