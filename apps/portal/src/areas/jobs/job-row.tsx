'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Button, ExactTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { useToast } from '../../frame/toasts';
import { RetryJobDocument, type JobsQuery } from '../../generated/documents';
import { useMayOffice, useOfficeZone } from '../office/office-context';
import { useJobWords } from './use-job-words';

export type ListedJob = JobsQuery['jobs']['nodes'][number];

function Retry({ job }: { job: ListedJob }) {
  const t = useTranslations('work');
  const toast = useToast();
  const cache = useQueryClient();
  const faultLine = useFaultLine();
  const change = useChange(RetryJobDocument, {
    onDone: () => {
      toast.show({ title: t('retried'), tone: 'good' });
      void cache.invalidateQueries({ queryKey: ['Jobs'] });
      void cache.invalidateQueries({ queryKey: ['PlatformWork'] });
    },
  });
  const fault = faultLine(change.error);
  return (
    <div className="grid justify-items-start gap-1 sm:justify-items-end">
      <Button size="sm" onClick={() => change.mutate({ id: job.id })} isLoading={change.isPending} loadingLabel={t('retrying')}>
        {t('retry')}
      </Button>
      {fault && (
        <p role="alert" className="text-13 text-bad">
          {fault}
        </p>
      )}
    </div>
  );
}

/** One job: what it was to do, for whom, since when, and why it could not. */
export function JobRow({ job }: { job: ListedJob }) {
  const t = useTranslations('work');
  const words = useJobWords();
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const mayRetry = useMayOffice('job:retry');
  const time = (at: string) => <ExactTime at={at} locale={locale} timeZone={timeZone} precision="second" />;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3" data-job={job.job}>
      <div className="grid min-w-0 flex-1 basis-72 gap-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-14 font-medium">{words(job.job)}</span>
          <span className="font-mono text-12 text-ink-3">
            {job.job} #{job.id}
          </span>
        </p>
        <p className="text-13 text-ink-2">
          {job.company ? (
            <Link href={`/admin/companies/${job.company.id}`} className="hover:underline">
              {job.company.name}
            </Link>
          ) : (
            t('ownWork')
          )}
        </p>
        {job.error && <p className="font-mono text-12 break-words text-ink-2">{job.error}</p>}
        <p className="flex flex-wrap gap-x-4 text-12 text-ink-3">
          <span>
            {t('promised')} {time(job.createdAt)}
          </span>
          {job.startedAt && (
            <span>
              {t('begun')} {time(job.startedAt)}
            </span>
          )}
          {job.finishedAt && (
            <span>
              {t('ended')} {time(job.finishedAt)}
            </span>
          )}
          {job.lossCount > 0 && <span>{t('lost', { count: job.lossCount })}</span>}
        </p>
      </div>
      {job.finishedAt && mayRetry && <Retry job={job} />}
    </li>
  );
}
