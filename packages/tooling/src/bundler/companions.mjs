// @ts-check

/**
 * What packages look for and do without: Nest's other servers, transports and validators, Apollo's federation, PostgreSQL's and
 * WebSocket's native halves. None is installed; what is missing and not named here stops the bundling.
 */
const COMPANIONS = [
  '@apollo/gateway',
  '@apollo/subgraph',
  '@as-integrations/express5',
  '@as-integrations/koa',
  '@fastify/multipart',
  '@fastify/static',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'bufferutil',
  'class-transformer',
  'class-validator',
  'pg-native',
  'ts-morph',
  'utf-8-validate',
];

/** Left as they are asked for, as patterns of esbuild. */
export const NOT_BUNDLED = COMPANIONS.flatMap((name) => [name, `${name}/*`]);
