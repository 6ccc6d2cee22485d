import { readEnv } from '@tenon/runtime';
import { z } from 'zod';

const schema = z.object({
  /** Superuser address of the tests' own cluster; set by the global set-up. */
  TENON_TEST_POSTGRES: z.url(),
  TENON_TEST_TEMPLATE: z.string().regex(/^[a-z_]+$/).default('tenon_template'),
  TENON_TEST_LOGIN: z.string().regex(/^[a-z]+:[a-zA-Z0-9]+$/).default('tenon:pw'),
});

/** The Redis the tests were given, if any. */
export function readRedisUrl(): string | undefined {
  return readEnv(z.object({ TENON_TEST_REDIS_URL: z.url().optional() }), process.env).TENON_TEST_REDIS_URL;
}

/** The ClickHouse the tests were given, if any. */
export function readClickHouseUrl(): string | undefined {
  return readEnv(z.object({ CLICKHOUSE_URL: z.url().optional() }), process.env).CLICKHOUSE_URL;
}

/** Whether a company that takes no part is looked at after each test, to find the one that touched it, and not only after each file. */
export function guardsEach(): boolean {
  return readEnv(z.object({ TENON_GUARD_EACH: z.enum(['0', '1']).default('0') }), process.env).TENON_GUARD_EACH === '1';
}

/** Where the tests' PostgreSQL is. */
export function testEnv(): { adminUrl: string; template: string; login: { user: string; password: string } } {
  const env = readEnv(schema, process.env);
  const [user = '', password = ''] = env.TENON_TEST_LOGIN.split(':');
  return { adminUrl: env.TENON_TEST_POSTGRES, template: env.TENON_TEST_TEMPLATE, login: { user, password } };
}
