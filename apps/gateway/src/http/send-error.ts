import type { FastifyReply } from 'fastify';
import { AppError, HTTP_STATUS, invalid, SECOND_MS, toAppError } from '@tenon/kernel';

const RETRY_AFTER_S = 2;

/** Faults that Fastify finds before a handler runs: bad headers, a broken body. */
function ofFastify(error: Error & { statusCode?: number; code?: string }): AppError | null {
  const isClientFault = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isClientFault ? invalid('HTTP.BAD_REQUEST', error.message, { reason: error.code ?? '' }) : null;
}

/** In seconds; what says itself when it starts again is taken by its word. */
function retryAfterS({ details: { resetsAt } }: AppError): number {
  return typeof resetsAt === 'string' ? Math.max(RETRY_AFTER_S, Math.ceil((Date.parse(resetsAt) - Date.now()) / SECOND_MS)) : RETRY_AFTER_S;
}

/** Answers `{error: {code, message, details}}` with the status of its kind; what may work later says when. */
export function sendError(reply: FastifyReply, thrown: Error, status?: number): FastifyReply {
  const error = thrown instanceof AppError ? thrown : (ofFastify(thrown) ?? toAppError(thrown));
  if (error.kind === 'unavailable' || error.kind === 'limited') reply.header('retry-after', retryAfterS(error));
  const { code, message, details } = error;
  return reply.code(status ?? HTTP_STATUS[error.kind]).send({ error: { code, message, details } });
}
