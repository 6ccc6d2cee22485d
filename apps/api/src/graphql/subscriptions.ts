import { graphqlErrorFormatter } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { getOperationAST, GraphQLError, parse, specifiedRules, validate, type ASTVisitor, type GraphQLFormattedError, type GraphQLSchema, type ValidationContext } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { IncomingMessage } from 'node:http';
import { LIMITS } from './limits.js';

type Rules = readonly ((context: ValidationContext) => ASTVisitor)[];

/** What graphql-ws keeps of the socket it serves. */
export interface SocketExtra {
  readonly request: IncomingMessage;
}

export interface SubscriptionOptions {
  readonly log: Log;
  readonly rules: Rules;
  /** The schema, which exists only once the server has started. */
  readonly schema: () => GraphQLSchema;
}

/** Browsers send cookies with a WebSocket from any page of the same site; only our own pages may open one. */
function isOurOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (!origin || !URL.canParse(origin)) return !origin;
  return new URL(origin).host === (headers['x-forwarded-host'] ?? host);
}

/** What is wrong with an operation asked for over the socket; nothing, when it may run. */
function faultsOf(schema: GraphQLSchema, query: string, operationName: string | null | undefined, rules: Rules): readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    if (getOperationAST(document, operationName)?.operation !== 'subscription') {
      return [new GraphQLError('Only subscriptions are served here; ask over HTTP.', { extensions: { code: 'GRAPHQL_SUBSCRIPTIONS_ONLY' } })];
    }
    return validate(schema, document, [...specifiedRules, ...rules]);
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('The operation cannot be read.')];
  }
}

/** Subscriptions over graphql-ws, held to the same limits and the same coded errors as everything else. */
export function subscriptionOptions({ log, rules, schema }: SubscriptionOptions): Partial<ServerOptions<Record<string, unknown>, SocketExtra>> {
  const format = graphqlErrorFormatter(log);
  const formatAll = (errors: readonly (GraphQLError | GraphQLFormattedError)[]): GraphQLFormattedError[] =>
    errors.map((error) => format(error instanceof GraphQLError ? error.toJSON() : error, error));
  return {
    connectionInitWaitTimeout: 5_000,
    onConnect: ({ extra }) => isOurOwnPage(extra.request),
    onSubscribe: (_context, _id, payload) => {
      const faults = faultsOf(schema(), payload.query, payload.operationName, rules);
      return faults.length > 0 ? faults : undefined;
    },
    onError: (_context, _id, _payload, errors) => formatAll(errors),
    onNext: (_context, _id, _payload, _args, result) => (result.errors ? { ...result, errors: formatAll(result.errors) as unknown as GraphQLError[] } : undefined),
  };
}
