import type { TenantActor } from '@tenon/domain/identity';
import { forbidden } from '@tenon/kernel';

/** Who writes a note or sends a command: a person, or a program by its key. Kept by name too, as people leave. */
export interface Author {
  readonly authorId: string;
  readonly authorName: string;
}

/** @throws AppError (forbidden) AUTH.FORBIDDEN for what is neither a person nor a program of the company's */
export function authorOf(actor: TenantActor): Author {
  if (actor.kind === 'user') return { authorId: actor.userId, authorName: actor.name };
  if (actor.kind === 'api-key') return { authorId: actor.keyId, authorName: actor.name };
  if (actor.kind === 'impersonator') return { authorId: actor.userId, authorName: 'platform' };
  throw forbidden('AUTH.FORBIDDEN', 'Only people and their programs may do this.');
}
