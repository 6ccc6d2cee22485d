import type { ApolloServerPlugin } from '@apollo/server';
import { costOf } from './cost.js';
import { LIMITS, overLimit } from './limits.js';

/** Refuses what costs too much. A plugin and not a rule of validation, because only here are the variables known. */
export const costPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      if (costOf({ schema, document, operation, variables: request.variables ?? {} }) > LIMITS.cost) throw overLimit('GRAPHQL_TOO_COSTLY');
    },
  }),
};
