import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, type ValidationContext, type ASTVisitor } from 'graphql';

/** What one operation may ask: deep enough for every page of the portal, too shallow to hurt. */
export const LIMITS = { depth: 10, aliases: 15, tokens: 2_000, cost: 8_000, directives: 20 } as const;

const fail = (code: string, message: string) => (): never => {
  throw new GraphQLError(message, { extensions: { code } });
};

/** Limits on depth, aliases, tokens, directives and cost of an operation, as plugins and validation rules of Apollo Server. */
export function armor() {
  const { plugins, validationRules, ...rest } = new ApolloArmor({
    blockFieldSuggestion: { enabled: true },
    maxDepth: { n: LIMITS.depth, onReject: [fail('GRAPHQL_TOO_DEEP', `An operation is at most ${LIMITS.depth} levels deep.`)] },
    maxAliases: { n: LIMITS.aliases, onReject: [fail('GRAPHQL_TOO_MANY_ALIASES', `An operation has at most ${LIMITS.aliases} aliases.`)] },
    maxDirectives: { n: LIMITS.directives, onReject: [fail('GRAPHQL_TOO_MANY_DIRECTIVES', `An operation has at most ${LIMITS.directives} directives.`)] },
    maxTokens: { n: LIMITS.tokens, onReject: [fail('GRAPHQL_TOO_LONG', `An operation has at most ${LIMITS.tokens} tokens.`)] },
    costLimit: { maxCost: LIMITS.cost, ignoreIntrospection: true, onReject: [fail('GRAPHQL_TOO_COSTLY', 'The operation asks for too much at once. Ask for less, or for pages.')] },
  }).protect();
  return { plugins, validationRules: validationRules as ((context: ValidationContext) => ASTVisitor)[], ...rest };
}
