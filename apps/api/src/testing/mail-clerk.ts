import { mailInvitation, mailRemoval, type JobDefinition, type PayloadOf } from '@tenon/contracts/jobs';
import { openDatabase } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { MailInvitationHandler, MailRemovalHandler, PublicUrl } from '@tenon/identity/worker';
import { tenantId } from '@tenon/kernel';
import type { JobContext, JobHandler } from '@tenon/queue';
import { createLog } from '@tenon/runtime';
import type { TestApi } from './test-api.js';

interface Promised<Job extends JobDefinition> {
  readonly id: string;
  readonly tenant: string;
  readonly payload: PayloadOf<Job>;
}

/** Does what the worker does about mails to people outside, when it is told to. */
export interface MailClerk {
  /** Runs every job that was promised since; a job may be run `times` times, as the queue may do. */
  work(times?: number): Promise<void>;
  /** The secret in the newest mail to somebody, and how many there are. */
  mailTo(email: string): Promise<{ token: string; count: number; subject: string; text: string }>;
  close(): Promise<void>;
}

/** The worker's half of identity, on the database of an api under test. */
export function mailClerk({ database }: TestApi): MailClerk {
  const log = createLog({ name: 'test', level: 'silent' });
  const opened = openDatabase({ databaseUrl: database.databaseUrl, log, max: 4 });
  const [invitations, removals] = [new MailInvitationHandler(opened.system, new PublicUrl('https://tenon.example')), new MailRemovalHandler(opened.system)];
  async function runAll<Job extends JobDefinition>(job: Job, handler: JobHandler<Job>, times: number): Promise<void> {
    const jobs = await database.sql<Promised<Job>>(`DELETE FROM outbox WHERE job = $1 RETURNING id, tenant_id AS tenant, payload`, [job.name]);
    for (const { tenant, payload } of jobs.sort((one, other) => Number(one.id) - Number(other.id))) {
      const run = (): Promise<void> => handler.handle({ payload, actor: systemActor(tenantId(tenant)), attempt: 1, signal: AbortSignal.timeout(30_000), log } as JobContext<Job>);
      await Promise.all(Array.from({ length: times }, run));
    }
  }
  return {
    work: async (times = 1) => {
      await runAll(mailInvitation, invitations, times);
      await runAll(mailRemoval, removals, times);
    },
    mailTo: async (email) => {
      const mails = await database.sql<{ subject: string; body: string }>('SELECT subject, body FROM mail_message WHERE recipient = $1 ORDER BY written_at DESC', [email]);
      const [newest] = mails;
      return { token: /token=(\S+)/.exec(newest?.body ?? '')?.[1] ?? '', count: mails.length, subject: newest?.subject ?? '', text: newest?.body ?? '' };
    },
    close: () => opened.close(),
  };
}
