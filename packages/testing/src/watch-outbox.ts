import pg from 'pg';
import type { TestDatabase } from './test-database.js';

/** Sees the outcomes of jobs as they are recorded. */
export interface OutboxWatch {
  /** Resolves when nothing promised about this subject is open any more, with the outcomes by order of promise. */
  settled(subject: string): Promise<string[]>;
  close(): Promise<void>;
}

const TELL = `
  CREATE FUNCTION tell_outcome() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('test_outcome', ''); RETURN NULL; END $$;
  CREATE TRIGGER tell_outcome AFTER UPDATE OF state ON outbox FOR EACH ROW WHEN (NEW.state IN ('done', 'failed')) EXECUTE FUNCTION tell_outcome();
  LISTEN test_outcome`;

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
  const statesOf = async (subject: string): Promise<string[]> => {
    const { rows } = await client.query<{ state: string }>('SELECT state FROM outbox WHERE subject = $1 ORDER BY id', [subject]);
    return rows.map(({ state }) => state);
  };
  return {
    settled: async (subject) => {
      for (;;) {
        const next = told;
        const states = await statesOf(subject);
        if (states.length > 0 && states.every((state) => state === 'done' || state === 'failed')) return states;
        await next;
      }
    },
    close: () => client.end(),
  };
}
