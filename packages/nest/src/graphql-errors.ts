import { AppError, toAppError } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import type { GraphQLFormattedError } from 'graphql';

function original(error: unknown): unknown {
  let current = error;
  while (current instanceof Error && !(current instanceof AppError) && 'originalError' in current && current.originalError) current = current.originalError;
  return current;
}

/**
 * Gives callers a coded error and nothing of our insides. GraphQL's own complaints (syntax, validation) keep their code;
 * ours bring theirs; anything else is a bug, which is logged whole and shown as INTERNAL.
 */
export function graphqlErrorFormatter(log: Log) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const cause = original(thrown);
    if (cause instanceof AppError) return shown(formatted, cause, log);
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
      return { ...formatted, extensions: { code: code.startsWith('GRAPHQL') ? code : `GRAPHQL_${code}` } };
    }
    return shown(formatted, toAppError(cause), log);
  };
}

function shown(formatted: GraphQLFormattedError, error: AppError, log: Log): GraphQLFormattedError {
  if (error.kind === 'bug') log.error('graphql.bug', { path: formatted.path?.join('.'), error });
  const base = { message: error.message, extensions: { code: error.code, kind: error.kind, details: error.details } };
  return { ...(formatted.locations ? { locations: formatted.locations } : {}), ...(formatted.path ? { path: formatted.path } : {}), ...base };
}
