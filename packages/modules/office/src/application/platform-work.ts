import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, notFound, tenantId } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { retryJob } from '@tenon/queue/outbox';
import { countConnections, countJobs, listJobs, lockJob, type GatewayRow, type JobKindRow, type JobRow, type OpenJobState } from '../persistence/job.repository.js';

export type { OpenJobState };

/** What the platform's processes have before them. */
export interface Work {
  readonly kinds: readonly JobKindRow[];
  readonly gateways: readonly GatewayRow[];
}

const ID = /^\d{1,18}$/;

/** What the processes of the platform do and have failed to do: the outbox tells, whichever queue carries its jobs. */
@Injectable()
export class PlatformWork {
  constructor(private readonly db: SystemDb) {}

  look(staff: StaffActor): Promise<Work> {
    return this.db.runAs(staff, 'office: look at the work', async (tx) => ({ kinds: await countJobs(tx), gateways: await countConnections(tx) }));
  }

  jobs(staff: StaffActor, state: OpenJobState, args: { first?: number | null | undefined; after?: string | null | undefined }): Promise<Page<JobRow>> {
    const request = pageRequest(args, ['integer']);
    return this.db.runAs(staff, 'office: list jobs', async (tx) => toPage(await listJobs(tx, state, request), request.limit, (row) => [row.id]));
  }

  /**
   * Promises a job anew that failed for good. Twice at once is once: the second finds it no longer failed.
   * @throws AppError (not-found) JOB.NOT_FOUND; (conflict) JOB.NOT_FAILED
   */
  retry(staff: StaffActor, id: string): Promise<JobRow> {
    return this.db.runAs(staff, 'office: retry a job', async (tx) => {
      const job = ID.test(id) ? await lockJob(tx, id) : null;
      if (!job) throw notFound('JOB.NOT_FOUND', 'There is no such job.');
      if (job.state !== 'failed') throw conflict('JOB.NOT_FAILED', 'Only a job that failed for good is promised anew.', { state: job.state });
      await retryJob(tx, id);
      if (job.tenantId) await tx.auditFor(tenantId(job.tenantId), staff, 'job.retried', { jobId: id, job: job.job });
      return { ...job, state: 'waiting', startedAt: null, finishedAt: null };
    });
  }
}
