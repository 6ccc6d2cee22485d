import pg from 'pg';
import type { TestDatabase } from './test-database.js';

/** Sees what becomes of promised jobs as it is recorded. */
export interface OutboxWatch {
  /** Resolves when nothing promised about this subject is open any more, with the outcomes by order of promise. */
  settled(subject: string): Promise<string[]>;
  /** Resolves when the queue has all that was promised about this subject. */
  issued(subject: string): Promise<string[]>;
  /** Resolves when nothing promised about anything is open any more, with the outcomes. */
  idle(): Promise<string[]>;
  close(): Promise<void>;
}

const TELL = `
  CREATE FUNCTION tell_state() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('test_outbox', ''); RETURN NULL; END $$;
  CREATE TRIGGER tell_state AFTER UPDATE OF state ON outbox FOR EACH ROW EXECUTE FUNCTION tell_state();
  LISTEN test_outbox`;

const FINISHED = ['done', 'failed'];

/** Watches the outbox of a test's database; once a database. */
export async function watchOutbox({ superuserUrl }: TestDatabase): Promise<OutboxWatch> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(TELL);
  let wake: () => void = () => undefined;
  let told = Promise.resolve();
  const listen = (): void => void (told = new Promise((resolve) => (wake = resolve)));
  listen();
  client.on('notification', () => {
    wake();
    listen();
  });
  const statesOf = async (subject: string | null): Promise<string[]> => {
    const { rows } = await client.query<{ state: string }>('SELECT state FROM outbox WHERE subject = $1 OR $1 IS NULL ORDER BY id', [subject]);
    return rows.map(({ state }) => state);
  };
  const reach = async (subject: string | null, wanted: readonly string[]): Promise<string[]> => {
    for (;;) {
      const next = told;
      const states = await statesOf(subject);
      if (states.length > 0 && states.every((state) => wanted.includes(state))) return states;
      await next;
    }
  };
  return {
    settled: (subject) => reach(subject, FINISHED),
    issued: (subject) => reach(subject, ['issued', ...FINISHED]),
    idle: () => reach(null, FINISHED),
    close: () => client.end(),
  };
}
