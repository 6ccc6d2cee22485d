import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLog, Shutdown } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { envSchema } from '../env.js';
import { startApi, type ApiChoices } from '../start-api.js';
import { digestOf, insertNewcomer, takeAsVerified } from './newcomer.js';
import { postText } from './post-text.js';

/** What GraphQL answered. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A person with a session, as their browser would call the api. */
export interface TestPerson {
  readonly email: string;
  readonly password: string;
  readonly cookie: string;
  ask(query: string, variables?: object): Promise<Answer>;
  /** The data of an answer without errors; what was wrong otherwise. */
  get<Data>(query: string, variables?: object): Promise<Data>;
}

/** A real api on a database of its own. */
export interface TestApi {
  readonly url: string;
  readonly database: TestDatabase;
  readonly app: NestFastifyApplication;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  ask(query: string, variables?: object, cookie?: string): Promise<Answer>;
  /** Signs a new company up and gives its owner, whose address is not verified. */
  signUp(companyName: string): Promise<TestPerson>;
  /** The same without its door and with a verified address, for tests that are not about signing up: no password is digested anew, which is most of its work. */
  newcomer(companyName: string): Promise<TestPerson>;
  signIn(email: string, password: string): Promise<TestPerson>;
  /** What GraphQL answered strangers and those who signed up, since this was last asked: none of it may be another company's. */
  takeShown(): string[];
  close(): Promise<void>;
}

/** What a sign-up of this worker left of the password that all share. */
let digest: string | undefined;

const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');

/** Starts the api as its main file does, on a free port. @param lines takes the lines of its log, which otherwise is silent */
export async function testApi(settings: Readonly<Record<string, string>> = {}, choices: ApiChoices = {}, lines?: Pick<NodeJS.WritableStream, 'write'>): Promise<TestApi> {
  const database = await testDatabase();
  const log = createLog(lines ? { name: 'api', level: 'info', destination: lines } : { name: 'api', level: 'silent' });
  const shutdown = new Shutdown(log);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tenon-api-'));
  const env = envSchema.parse({ DATABASE_URL: database.databaseUrl, TENON_SECRET: 'ab'.repeat(32), API_PORT: '0', TENON_DATA_DIR: dataDir, NODE_ENV: 'test', STAFF_SECOND_FACTOR: 'optional', ...settings });
  const { port, app } = await startApi(env, log, shutdown, choices);
  const url = `http://127.0.0.1:${port}`;
  let count = 0;

  const post = (route: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url + route, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  let shown: string[] = [];
  // Of those who sign in by hand some are of the office, which may look at companies.
  const mayLook = new Set<string>();
  const ask = async (query: string, variables: object = {}, cookie = ''): Promise<Answer> => {
    const text = await postText(`${url}/graphql`, { query, variables }, cookie ? { cookie } : {});
    if (!mayLook.has(cookie)) shown.push(text);
    return JSON.parse(text) as Answer;
  };
  const person = (email: string, password: string, cookie: string): TestPerson => ({
    email,
    password,
    cookie,
    ask: (query, variables) => ask(query, variables, cookie),
    get: async <Data>(query: string, variables?: object): Promise<Data> => {
      const { data, errors } = await ask(query, variables, cookie);
      if (errors) throw new Error(errors.map((error) => `${error.extensions.code}: ${error.message}`).join('; '));
      return data as Data;
    },
  });
  const signIn = async (email: string, password: string): Promise<TestPerson> => {
    const cookie = cookiesOf(await post('/api/auth/sign-in', { email, password }));
    mayLook.add(cookie);
    return person(email, password, cookie);
  };

  const nextPerson = (): [email: string, password: string] => [`owner-${(count += 1)}@example.com`, 'a long enough secret'];
  const signUp = async (companyName: string): Promise<TestPerson> => {
    const [email, password] = nextPerson();
    const response = await post('/api/auth/sign-up', { companyName, email, password });
    if (response.status !== 201) throw new Error(await response.text());
    return person(email, password, cookiesOf(response));
  };

  return {
    url,
    database,
    app,
    post,
    ask,
    signIn,
    takeShown: () => {
      const taken = shown;
      shown = [];
      return taken;
    },
    signUp,
    newcomer: async (companyName) => {
      if (digest === undefined) {
        const first = await signUp(companyName);
        digest = await digestOf(database, first.email);
        await takeAsVerified(database, first.email);
        return first;
      }
      const [email, password] = nextPerson();
      const newcomer = person(email, password, await insertNewcomer(database, { email, companyName, digest, secretHex: env.TENON_SECRET }));
      const { viewer } = await newcomer.get<{ viewer: { tenant: object | null } | null }>('{ viewer { tenant { id } } }');
      if (!viewer?.tenant) throw new Error('No company was made for a newcomer.');
      return newcomer;
    },
    close: async () => {
      await shutdown.run();
      await database.close();
    },
  };
}
