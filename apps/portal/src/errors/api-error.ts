export type ErrorFacts = Readonly<Record<string, unknown>>;

/** A fault the api named by code, or one met on the way there: `NETWORK.UNREACHABLE`, `PLATFORM.UNAVAILABLE`. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly details: ErrorFacts = {},
    message: string = code,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** The code of anything thrown; what carries none is `INTERNAL`. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof ApiError ? thrown.code : 'INTERNAL';
}

/** Codes that mean: the way is shut for now, and trying again is right. */
const AWAY: ReadonlySet<string> = new Set(['NETWORK.UNREACHABLE', 'PLATFORM.UNAVAILABLE', 'DB.UNAVAILABLE']);

export function isAway(thrown: unknown): boolean {
  return AWAY.has(codeOf(thrown));
}
