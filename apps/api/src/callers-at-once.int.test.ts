import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let people: TestPerson[];
beforeAll(async () => {
  api = await testApi();
  people = [await api.signUp('First'), await api.signUp('Second'), await api.signUp('Third')];
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const TIMES = 15;
const signIn = async ({ email, password }: TestPerson): Promise<string> => {
  const response = await api.post('/api/auth/sign-in', { email, password });
  return response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
};
const whoIs = async (cookie: string): Promise<string | null> => ((await api.ask('{ viewer { email } }', {}, cookie)).data as { viewer: { email: string } | null }).viewer?.email ?? null;
const ask = (cookies: readonly string[]): Promise<(string | null)[]> => Promise.all(Array.from({ length: cookies.length * TIMES }, (_, index) => whoIs(cookies[index % cookies.length]!)));
const repeated = <Item>(items: readonly Item[]): Item[] => Array.from({ length: items.length * TIMES }, (_, index) => items[index % items.length]!);

it('who asks at one time is told apart, and nobody is taken for another', async () => {
  const [first, second, third] = people as [TestPerson, TestPerson, TestPerson];
  const forged = second.cookie.replace(/=./, (found) => (found === '=a' ? '=b' : '=a'));
  expect(await ask([first.cookie, second.cookie, forged, third.cookie, ''])).toEqual(repeated([first.email, second.email, null, third.email, null]));
});

it('a session that has ended is nobody’s at the next request, though it was known a moment ago', async () => {
  const [owner, other] = people as [TestPerson, TestPerson, TestPerson];
  const elsewhere = await signIn(owner);
  expect(await ask([elsewhere, other.cookie])).toEqual(repeated([owner.email, other.email]));
  await owner.get<object>('mutation { endOtherSessions }');
  expect(await ask([elsewhere, other.cookie, owner.cookie])).toEqual(repeated([null, other.email, owner.email]));
});
