import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';

/** Tells how long each answer took, by the first root field that was asked for: names of operations are the callers', fields are the schema's and few. */
export function timingPlugin(timed: (field: string, ms: number) => void): ApolloServerPlugin {
  return {
    requestDidStart: async () => {
      const startedMs = performance.now();
      return {
        willSendResponse: async ({ operation }) => {
          // None was found where what was asked is not of the schema.
          if (operation) timed(firstField(operation), performance.now() - startedMs);
        },
      };
    },
  };
}

function firstField({ selectionSet: { selections } }: OperationDefinitionNode): string {
  const field = selections.find((each) => each.kind === Kind.FIELD);
  return field?.name.value ?? 'fragment';
}
