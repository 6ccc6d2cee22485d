import { forbidden } from '@tenon/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallerAddress, SignInOutcome } from '../sign-in/caller-address.js';

/** What a body holds, whatever was sent. */
export type Fields = Readonly<Record<string, unknown>>;

export function fields(body: unknown): Fields {
  return typeof body === 'object' && body !== null ? (body as Fields) : {};
}

/** Sets the outcome's cookies on the answer, and says whether that is all. */
export function answer(reply: FastifyReply, outcome: SignInOutcome): object {
  reply.header('set-cookie', [...outcome.cookies]);
  return outcome.isCodeAsked ? { next: 'second-step' } : {};
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * Refuses requests that a browser sends on behalf of another site: where an origin is named, it must be the one addressed.
 * `null`, which a browser names for a page in a sandbox, is nobody's.
 */
export function callerOf(request: FastifyRequest): CallerAddress {
  const { origin, host } = request.headers;
  const addressed = request.headers['x-forwarded-host'] ?? host;
  if (origin !== undefined && hostOf(origin) !== addressed) throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  // What trusted proxies say, and not what anybody claims: a session's list names the address.
  headers.set('x-forwarded-for', request.ip);
  return { headers, address: request.ip };
}
