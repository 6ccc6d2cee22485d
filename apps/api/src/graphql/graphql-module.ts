import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { typeDefs } from '@tenon/graphql/sdl';
import { graphqlErrorFormatter, type RequestContext } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { armor, withOwnCode } from './limits.js';
import { subscriptionOptions, type SocketExtra } from './subscriptions.js';

interface Socket {
  readonly extra: SocketExtra;
}

/** One context a request, and one a subscription. */
function contextOf(source: FastifyRequest | Socket): RequestContext {
  const { headers } = 'extra' in source ? source.extra.request : source;
  return { headers: { cookie: headers.cookie } };
}

/** GraphQL over Apollo Server: our schema, CSRF guard on, introspection open, since the API is public. */
export function graphqlModule(log: Log, schema: () => GraphQLSchema): DynamicModule {
  const { plugins, validationRules, ...limits } = armor();
  const format = graphqlErrorFormatter(log);
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    typeDefs,
    context: contextOf,
    csrfPrevention: true,
    introspection: true,
    graphiql: false,
    autoTransformHttpErrors: false,
    formatError: (formatted, thrown) => withOwnCode(format(formatted, thrown)),
    ...limits,
    // Armor's types come by way of CommonJS, Apollo's here by way of ESM: the same classes to the eye, two to the compiler.
    plugins: plugins as unknown as NonNullable<ApolloDriverConfig['plugins']>,
    validationRules,
    subscriptions: { 'graphql-ws': subscriptionOptions({ log, rules: validationRules, schema }) as never },
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
}
