import { Counter, type Registry } from '@tenon/runtime';

/** How one delivery of a job ended: done, nothing to do as it was done before, failed and tried again, failed for good; put aside, as no delivery ever ended. */
export type JobOutcome = 'done' | 'already-done' | 'retried' | 'failed' | 'put-aside';

/** Counts deliveries of jobs by name and outcome; the names are the catalogue's, so they are few. */
export class JobFigures {
  private readonly outcomes: Counter<'job' | 'outcome'>;

  constructor(registry: Registry) {
    this.outcomes = new Counter({ name: 'tenon_job_outcomes_total', help: 'Deliveries of jobs by name and outcome', labelNames: ['job', 'outcome'], registers: [registry] });
  }

  count(job: string, outcome: JobOutcome): void {
    this.outcomes.inc({ job, outcome });
  }
}
