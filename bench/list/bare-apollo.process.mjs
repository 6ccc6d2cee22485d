// @ts-check
/** The peer: Apollo Server on Fastify as their own documentation sets them up, answering from memory. */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';

// The peer runs on the very packages the api uses.
const require = createRequire(new URL('../../apps/api/package.json', import.meta.url));
const load = (/** @type {string} */ name) => import(require.resolve(name));
const { ApolloServer } = await load('@apollo/server');
const { fastifyApolloHandler } = await load('@as-integrations/fastify');
const { fastify } = await load('fastify');

const folder = new URL('../../packages/graphql/sdl/', import.meta.url);
const typeDefs = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
const [sample] = await once(process, 'message');
const { devices } = JSON.parse(sample).data;
const server = new ApolloServer({ typeDefs, resolvers: { Query: { devices: () => devices } } });
await server.start();
const app = fastify();
app.route({ url: '/graphql', method: ['GET', 'POST'], handler: fastifyApolloHandler(server) });
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.send?.(typeof address === 'object' ? address?.port : 0);
