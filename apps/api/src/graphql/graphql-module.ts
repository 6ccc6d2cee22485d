import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { COMPANY_HEADER, DROPS_COOKIES_HEADER } from '@tenon/contracts/headers';
import { typeDefs } from '@tenon/graphql/sdl';
import { graphqlErrorFormatter, type RequestContext } from '@tenon/nest';
import type { Log, RefusalCount } from '@tenon/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { costPlugin } from './cost-plugin.js';
import { armor, withOwnCode } from './limits.js';
import { timingPlugin } from './timing-plugin.js';

function contextOf({ headers, ip }: FastifyRequest, reply: FastifyReply): RequestContext {
  void reply.header('cache-control', 'no-store');
  const company = headers[COMPANY_HEADER];
  const caller = { headers: { cookie: headers.cookie, authorization: headers.authorization, 'user-agent': headers['user-agent'] }, ip, ...(typeof company === 'string' && { company }) };
  if (headers[DROPS_COOKIES_HEADER]) return caller;
  return { ...caller, keepCookies: (cookies) => void reply.header('set-cookie', [...cookies]) };
}

/** GraphQL over Apollo Server: our schema, CSRF guard on, introspection open, since the API is public. Subscriptions have a server of their own. */
export function graphqlModule(log: Log, refusals: RefusalCount, timed: (operation: string, ms: number) => void): DynamicModule {
  const { plugins, validationRules, ...limits } = armor();
  const format = graphqlErrorFormatter(log);
  const counted = (error: GraphQLFormattedError): GraphQLFormattedError => {
    refusals.count('graphql', String(error.extensions?.['code']));
    return error;
  };
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    typeDefs,
    context: contextOf,
    csrfPrevention: true,
    introspection: true,
    graphiql: false,
    autoTransformHttpErrors: false,
    formatError: (formatted, thrown) => counted(withOwnCode(format(formatted, thrown))),
    ...limits,
    // Armor's types come by way of CommonJS, Apollo's here by way of ESM: the same classes to the eye, two to the compiler.
    // Hints for caches are reckoned field by field, and we give none: nothing here may be kept, which contextOf says.
    plugins: [...(plugins as unknown as NonNullable<ApolloDriverConfig['plugins']>), costPlugin, timingPlugin(timed), ApolloServerPluginCacheControlDisabled()],
    validationRules,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
}
