import type { ExecutionContext } from '@nestjs/common';
import { forbidden, type AppError } from '@tenon/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import type { Impersonation } from './principal.js';

const GRAPHQL_INFO_ARGUMENT = 3;
const READING_METHODS: readonly string[] = ['GET', 'HEAD'];

/** Which root field or route is asked for, and whether it changes something. */
export interface AskedDoor {
  /** `devices`, or `GET /api/billing/invoice`. */
  readonly name: string;
  readonly isWriting: boolean;
}

/** What a call asks for, in GraphQL and in plain HTTP alike. */
export function askedDoor(execution: ExecutionContext): AskedDoor {
  if (execution.getType<string>() === 'graphql') {
    const { fieldName, parentType } = execution.getArgByIndex<GraphQLResolveInfo>(GRAPHQL_INFO_ARGUMENT);
    return { name: fieldName, isWriting: parentType.name === 'Mutation' };
  }
  const { method, url } = execution.switchToHttp().getRequest<{ method: string; url: string }>();
  return { name: `${method} ${url.split('?', 1)[0] ?? ''}`, isWriting: !READING_METHODS.includes(method) };
}

/** What is said of secrets, and of what only a person of the company does. */
export const withheld = (): AppError => forbidden('AUTH.IMPERSONATION_WITHHELD', 'This is withheld from whoever looks at a company for the platform: it shows or makes a secret, or is a person’s own.');

/** @throws AppError (forbidden) AUTH.IMPERSONATION_READS where a look that only reads would change something */
export function demandReading({ mayWrite }: Impersonation, { isWriting, name }: AskedDoor): void {
  if (isWriting && !mayWrite) throw forbidden('AUTH.IMPERSONATION_READS', 'You look at this company and change nothing. End the look first.', { operation: name });
}

/** Counts what somebody of the office asks while they look at a company; the identity module keeps it. */
export abstract class ImpersonationLedger {
  /** Before anything is answered: nothing is looked at that is not counted. */
  abstract count(impersonation: Impersonation, operation: string): Promise<void>;
}
