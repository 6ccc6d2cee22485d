import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { tryCommand, type CommandOutcome } from '../testing/try-command.js';
import { appointStaff } from './appoint-staff.js';

describe('the command that appoints staff', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  guardBystander({ database: () => database });
  afterAll(() => database.close());

  const command = (args: readonly string[], input = ''): Promise<CommandOutcome> => tryCommand(appointStaff, { databaseUrl: database.databaseUrl, args, input });
  const staff = (): Promise<{ email: string; role: string; sessions: number }[]> =>
    database.sql(`SELECT u.email, s.role, (SELECT count(*)::int FROM auth.session e WHERE e."userId" = u.id) AS sessions FROM platform_staff s JOIN auth."user" u ON u.id = s.user_id ORDER BY u.email`);

  it('makes the first person of the office and says their password, once', async () => {
    const first = await command(['--email', 'Chief@example.com', '--name', '王工']);
    expect(first).toEqual({ code: 0, said: expect.stringMatching(/is root of the platform office\.\nPassword: \S{20}\n/) });
    expect(await staff()).toEqual([{ email: 'chief@example.com', role: 'root', sessions: 0 }]);
    const again = await command(['--email', 'chief@example.com', '--role', 'review']);
    expect(again).toEqual({ code: 0, said: expect.stringContaining('The password stays as it was.') });
    expect(await staff()).toEqual([{ email: 'chief@example.com', role: 'review', sessions: 0 }]);
  });

  it('takes a password by standard input, and shows it to nobody', async () => {
    const { code, said } = await command(['--email', 'x@example.com', '--role', 'support', '--password-stdin'], 'a chosen long secret\n');
    expect([code, said]).toEqual([0, expect.not.stringContaining('secret')]);
    expect(await command(['--email', 'y@example.com', '--password-stdin'], 'short\n')).toEqual({ code: 1, said: expect.stringContaining('AUTH.WEAK_PASSWORD') });
    expect((await staff()).map(({ email }) => email)).toEqual(['chief@example.com', 'x@example.com']);
  });

  it.each([
    [['--email', 'nobody'], 'AUTH.EMAIL_MALFORMED'],
    [['--email', 'z@example.com', '--role', 'owner'], 'STAFF.ROLE'],
    [[], 'STAFF.ARGUMENTS'],
  ])('refuses %j in words', async (args, code) => {
    expect(await command(args)).toEqual({ code: 1, said: expect.stringContaining(code) });
  });
});
