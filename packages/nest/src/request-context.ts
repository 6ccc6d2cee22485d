import type { ExecutionContext } from '@nestjs/common';
import type { StaffActor, TenantActor } from '@tenon/domain/identity';
import type { KeyHolder } from './api-key-resolver.js';
import type { CallerHeaders, KeepCookies, Principal } from './principal.js';

/** What travels with one request or subscription. */
export interface RequestContext {
  readonly headers: CallerHeaders;
  /** Network address of the caller, behind trusted proxies; absent where nothing is changed. */
  readonly ip?: string;
  /** The company that the request is meant for, where the caller says so. */
  readonly company?: string;
  /** Absent where an answer cannot carry cookies to a browser. */
  readonly keepCookies?: KeepCookies;
  /** Asked for once a request, by whoever needs it first. */
  principal?: Promise<Principal | null>;
  /** The same, of a request with an API key. */
  keyHolder?: Promise<KeyHolder>;
  /** Set by the guard: the caller in their company, once a field let them in there. */
  inCompany?: TenantActor;
  /** Set by the guard: the caller in the platform office. One request may ask in both parts, and its fields run side by side. */
  inOffice?: StaffActor;
}

const GRAPHQL_CONTEXT_ARGUMENT = 2;

/** The request's context, in GraphQL and in plain HTTP alike. */
export function requestContext(execution: ExecutionContext): RequestContext {
  if (execution.getType<string>() === 'graphql') return execution.getArgByIndex<RequestContext>(GRAPHQL_CONTEXT_ARGUMENT);
  return execution.switchToHttp().getRequest<RequestContext>();
}
