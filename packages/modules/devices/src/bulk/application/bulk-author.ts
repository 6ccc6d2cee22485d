import type { TenantActor } from '@tenon/domain/identity';
import { forbidden, userId, type TenantId } from '@tenon/kernel';

/** Who asked for something that is done later, as it is kept: the trail names them for each machine. */
export type BulkAuthor =
  | { readonly kind: 'user'; readonly id: string; readonly name: string; readonly email: string }
  | { readonly kind: 'api-key'; readonly id: string; readonly name: string; readonly userId: string }
  | { readonly kind: 'impersonator'; readonly id: string; readonly name: string; readonly impersonationId: string };

const NOTHING: ReadonlySet<string> = new Set();

/** @throws AppError (forbidden) AUTH.FORBIDDEN for what is neither a person nor a program of the company's */
export function bulkAuthor(actor: TenantActor): BulkAuthor {
  if (actor.kind === 'user') return { kind: 'user', id: actor.userId, name: actor.name, email: actor.email };
  if (actor.kind === 'api-key') return { kind: 'api-key', id: actor.keyId, name: actor.name, userId: actor.userId };
  if (actor.kind === 'impersonator') return { kind: 'impersonator', id: actor.userId, name: 'platform', impersonationId: actor.impersonationId };
  throw forbidden('AUTH.FORBIDDEN', 'Only people and their programs may do this.');
}

/** The author again, at work by a job: allowed nothing but what was allowed when it was asked for. */
export function actingAs(author: BulkAuthor, tenantId: TenantId, viaId: string): TenantActor {
  const bound = { tenantId, permissions: NOTHING, origin: { via: 'job', viaId } } as const;
  if (author.kind === 'user') return { kind: 'user', userId: userId(author.id), email: author.email, name: author.name, ...bound };
  if (author.kind === 'api-key') return { kind: 'api-key', keyId: author.id, name: author.name, userId: userId(author.userId), ...bound };
  return { kind: 'impersonator', userId: userId(author.id), impersonationId: author.impersonationId, ...bound };
}
