import type { AppError } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type { RequestContext } from './request-context.js';

const REFUSALS: ReadonlySet<string> = new Set<AppError['kind']>(['unauthenticated', 'forbidden', 'limited']);

/** Whether somebody was refused, rather than mistaken. */
export const isRefusal = ({ kind }: AppError): boolean => REFUSALS.has(kind);

/**
 * Says in the log who was refused where, and why: what a person gets wrong once, a guesser does all day. Nothing that was sent stands there.
 * @param door the root field or route
 * @see OWASP ASVS 4.0.3, 7.2.1 and 7.2.2
 */
export async function noteRefusal(log: Log, door: string, { code }: AppError, context: RequestContext): Promise<void> {
  const { principal, keyHolder } = context;
  const ip = addressOf(context);
  const [person, program] = await Promise.allSettled([principal, keyHolder]);
  const who = person.status === 'fulfilled' && person.value ? { userId: person.value.userId, tenantId: person.value.user?.tenantId } : {};
  const key = program.status === 'fulfilled' && program.value ? { keyId: program.value.actor.keyId, tenantId: program.value.actor.tenantId } : {};
  log.info('access.refused', { code, door, address: ip, ...who, ...key });
}

/** Undefined where the connection is gone: a file that is refused while it comes takes it along. */
function addressOf(context: RequestContext): string | undefined {
  try {
    return context.ip;
  } catch {
    return undefined;
  }
}
