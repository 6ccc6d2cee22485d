import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, type ASTVisitor, type GraphQLFormattedError, type ValidationContext } from 'graphql';

/** What one operation may ask: deep enough for every page of the portal, too shallow to hurt. */
export const LIMITS = { depth: 10, aliases: 15, tokens: 2_000, cost: 5_000, directives: 20, subscriptions: 50, messageBytes: 65_536 } as const;

/** What people are told, by code. */
const SAID = {
  GRAPHQL_TOO_DEEP: `An operation is at most ${LIMITS.depth} levels deep.`,
  GRAPHQL_TOO_MANY_ALIASES: `An operation has at most ${LIMITS.aliases} aliases.`,
  GRAPHQL_TOO_MANY_DIRECTIVES: `An operation has at most ${LIMITS.directives} directives.`,
  GRAPHQL_TOO_LONG: `An operation has at most ${LIMITS.tokens} tokens.`,
  GRAPHQL_TOO_MANY_SUBSCRIPTIONS: `A connection has at most ${LIMITS.subscriptions} subscriptions.`,
  GRAPHQL_TOO_COSTLY: 'The operation asks for too much at once. Ask for less, or for pages.',
} as const;

/** The error that says which limit an operation does not keep. */
export function overLimit(code: keyof typeof SAID): GraphQLError {
  return new GraphQLError(SAID[code], { extensions: { code, http: { status: 400 } } });
}

const reject = (code: keyof typeof SAID) => [
  (): never => {
    throw overLimit(code);
  },
];

const CODES = new Map<string, string>(Object.entries(SAID).map(([code, message]) => [message, code]));

/** Gives an error its own code back: Apollo calls whatever validation finds GRAPHQL_VALIDATION_FAILED, limits and unreadable text too. */
export function withOwnCode(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = error.message.startsWith('Syntax Error') ? 'GRAPHQL_PARSE_FAILED' : CODES.get(error.message);
  return code ? { ...error, extensions: { code } } : error;
}

/** Limits on depth, aliases, tokens and directives of an operation, as plugins and validation rules of Apollo Server. */
export function armor() {
  const { plugins, validationRules, ...rest } = new ApolloArmor({
    blockFieldSuggestion: { enabled: true },
    maxDepth: { n: LIMITS.depth, onReject: reject('GRAPHQL_TOO_DEEP') },
    maxAliases: { n: LIMITS.aliases, onReject: reject('GRAPHQL_TOO_MANY_ALIASES') },
    maxDirectives: { n: LIMITS.directives, onReject: reject('GRAPHQL_TOO_MANY_DIRECTIVES') },
    maxTokens: { n: LIMITS.tokens, onReject: reject('GRAPHQL_TOO_LONG') },
    // Reckoned by our own rule, which knows the variables.
    costLimit: { enabled: false },
  }).protect();
  return { plugins, validationRules: validationRules as ((context: ValidationContext) => ASTVisitor)[], ...rest };
}
