import { graphqlErrorFormatter, type RequestContext } from '@tenon/nest';
import type { Log, RefusalCount } from '@tenon/runtime';
import { getOperationAST, GraphQLError, parse, specifiedRules, validate, type ASTVisitor, type GraphQLFormattedError, type GraphQLSchema, type ValidationContext } from 'graphql';
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { IncomingMessage } from 'node:http';
import { costOf } from './cost.js';
import { LIMITS, overLimit } from './limits.js';
import type { SessionWatch, WatchedSocket } from './session-watch.js';

type Rules = readonly ((context: ValidationContext) => ASTVisitor)[];
type Live = Context<Record<string, unknown>, Extra>;

export interface SubscriptionOptions {
  readonly log: Log;
  readonly refusals: RefusalCount;
  readonly rules: Rules;
  readonly schema: GraphQLSchema;
  readonly watch: SessionWatch;
}

/** graphql-ws's word for: you may not, or no longer. */
const FORBIDDEN = 4_403;

/** Browsers send cookies with a WebSocket from any page of the same site; only our own pages may open one. */
function isOurOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (!origin || !URL.canParse(origin)) return !origin;
  return new URL(origin).host === (headers['x-forwarded-host'] ?? host);
}

/** What is wrong with an operation asked for over the socket; nothing, when it may run. */
function faultsOf(schema: GraphQLSchema, { query, operationName, variables }: SubscribePayload, rules: Rules): readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'subscription') {
      return [new GraphQLError('Only subscriptions are served here; ask over HTTP.', { extensions: { code: 'GRAPHQL_SUBSCRIPTIONS_ONLY' } })];
    }
    const faults = validate(schema, document, [...specifiedRules, ...rules]);
    if (faults.length > 0) return faults;
    return costOf({ schema, document, operation, variables: variables ?? {} }) > LIMITS.cost ? [overLimit('GRAPHQL_TOO_COSTLY')] : [];
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('The operation cannot be read.')];
  }
}

/** One subscription more than a socket may have; it is among them already. */
function tooMany({ subscriptions }: Live): readonly GraphQLError[] {
  if (Object.keys(subscriptions).length <= LIMITS.subscriptions) return [];
  return [overLimit('GRAPHQL_TOO_MANY_SUBSCRIPTIONS')];
}

const headersOf = (request: IncomingMessage): RequestContext['headers'] => ({ cookie: request.headers.cookie });

/** Sockets as the watch knows them, one for each, for as long as it is open. */
function watchedSockets() {
  const known = new WeakMap<Extra, WatchedSocket>();
  return ({ extra }: Live): WatchedSocket => {
    const socket = known.get(extra) ?? { headers: headersOf(extra.request), end: () => extra.socket.close(FORBIDDEN, 'Forbidden') };
    known.set(extra, socket);
    return socket;
  };
}

/** Subscriptions over graphql-ws, held to the same limits and the same coded errors as everything else, and to the session they began with. */
export function subscriptionOptions({ log, refusals, rules, schema, watch }: SubscriptionOptions): ServerOptions<Record<string, unknown>, Extra> {
  const format = graphqlErrorFormatter(log);
  const formatAll = (errors: readonly (GraphQLError | GraphQLFormattedError)[]): GraphQLFormattedError[] =>
    errors.map((error) => {
      const shown = format(error instanceof GraphQLError ? error.toJSON() : error, error);
      refusals.count('subscription', String(shown.extensions?.['code']));
      return shown;
    });
  const socketOf = watchedSockets();
  return {
    schema,
    context: ({ extra }): RequestContext & Record<string, unknown> => ({ headers: headersOf(extra.request) }),
    connectionInitWaitTimeout: 5_000,
    onConnect: ({ extra }) => isOurOwnPage(extra.request),
    onSubscribe: async (context, _id, payload) => {
      const faults = [...tooMany(context), ...faultsOf(schema, payload, rules)];
      if (faults.length > 0) return faults;
      await watch.enter(socketOf(context));
      return undefined;
    },
    onError: (_context, _id, _payload, errors) => formatAll(errors),
    onNext: async (context, _id, _payload, _args, result) => {
      // Nothing is sent over a socket that is closing.
      if (result.data && !(await watch.isStillWho(socketOf(context)))) socketOf(context).end();
      return result.errors ? { ...result, errors: formatAll(result.errors) as unknown as GraphQLError[] } : undefined;
    },
    onClose: (context) => watch.leave(socketOf(context)),
  };
}
