'use client';

import { ExactTime, Section, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { ImpersonationsDocument, type ImpersonationsQuery } from '../../generated/documents';
import { useOfficeZone } from './office-context';

function LookLine({ beganAt, staffEmail, reason, mayWrite, endedAt, operations }: ImpersonationsQuery['impersonations'][number]) {
  const t = useTranslations('office.look');
  const locale = useLocale();
  const count = operations.reduce((sum, each) => sum + each.count, 0);
  return (
    <li className="grid gap-1 py-2">
      <span className="flex flex-wrap gap-x-4 gap-y-1 text-13 text-ink-2">
        <ExactTime at={beganAt} locale={locale} timeZone={useOfficeZone()} precision="minute" />
        <span>{staffEmail}</span>
        <span>{endedAt ? t('asked', { count }) : t('now')}</span>
        {mayWrite && <span className="text-danger">{t('mayWrite')}</span>}
      </span>
      <span className="wrap-anywhere">{reason}</span>
    </li>
  );
}

/** Who of the platform looked at a company as its owners see it, and what for; newest first. */
export function CompanyLooks({ companyId }: { companyId: string }) {
  const t = useTranslations('office.look');
  const answer = useAnswer(ImpersonationsDocument, { companyId });
  const looks = answer.data?.impersonations;
  return (
    <Section title={t('looks')}>
      {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />}
      {!looks && !answer.isError && <Skeleton lines={2} />}
      {looks?.length === 0 && <p className="text-14 text-ink-2">{t('none')}</p>}
      {looks && looks.length > 0 && <ul className="divide-y divide-line text-14">{looks.map((look) => <LookLine key={look.id} {...look} />)}</ul>}
    </Section>
  );
}
