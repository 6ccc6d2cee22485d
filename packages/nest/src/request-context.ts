import type { ExecutionContext } from '@nestjs/common';
import type { Actor } from '@tenon/domain/identity';
import type { CallerHeaders, Principal } from './principal.js';

/** What travels with one request or subscription. */
export interface RequestContext {
  readonly headers: CallerHeaders;
  /** Asked for once a request, by whoever needs it first. */
  principal?: Promise<Principal | null>;
  /** Set by the guard: the part in which the caller was let in. */
  actor?: Actor;
}

const GRAPHQL_CONTEXT_ARGUMENT = 2;

/** The request's context, in GraphQL and in plain HTTP alike. */
export function requestContext(execution: ExecutionContext): RequestContext {
  if (execution.getType<string>() === 'graphql') return execution.getArgByIndex<RequestContext>(GRAPHQL_CONTEXT_ARGUMENT);
  return execution.switchToHttp().getRequest<RequestContext>();
}
