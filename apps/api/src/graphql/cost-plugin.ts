import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { costOf, type AskedOperation } from './cost.js';
import { LIMITS, overLimit } from './limits.js';

/** What operations cost that cost always the same, for as long as Apollo keeps them. */
const fixed = new WeakMap<OperationDefinitionNode, number>();

function knownCostOf(asked: AskedOperation): number {
  if (asked.operation.variableDefinitions?.length) return costOf(asked);
  const cost = fixed.get(asked.operation) ?? costOf(asked);
  fixed.set(asked.operation, cost);
  return cost;
}

/** Refuses what costs too much. A plugin and not a rule of validation, because only here are the variables known. */
export const costPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      if (knownCostOf({ schema, document, operation, variables: request.variables ?? {} }) > LIMITS.cost) throw overLimit('GRAPHQL_TOO_COSTLY');
    },
  }),
};
