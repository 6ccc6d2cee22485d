'use client';

import { Button, PageHeader, Skeleton } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { codeOf } from '../../errors/api-error';
import { Failure } from '../../errors/failure';
import { FeatureFlagDocument, type WholeFlagFragment } from '../../generated/documents';
import { useMayOffice } from '../office/office-context';
import { OfficeMissing } from '../office/office-missing';
import { FlagChanges } from './flag-changes';
import { FlagOverrides } from './flag-overrides';

const ShareDialog = dynamic(() => import('./share-dialog').then(({ ShareDialog: Ask }) => Ask), { ssr: false });
const OverrideDialog = dynamic(() => import('./override-dialog').then(({ OverrideDialog: Ask }) => Ask), { ssr: false });

/** What sets a flag, for those who may. */
function FlagActions({ flag }: { flag: WholeFlagFragment }) {
  const t = useTranslations('office.flags');
  const [asking, setAsking] = useState<'share' | 'company' | null>(null);
  return (
    <>
      <Button onClick={() => setAsking('share')}>{t('setShare')}</Button>
      <Button variant="primary" onClick={() => setAsking('company')}>
        {t('setCompany')}
      </Button>
      {asking === 'share' && <ShareDialog flag={flag} onClose={() => setAsking(null)} />}
      {asking === 'company' && <OverrideDialog flagKey={flag.key} onClose={() => setAsking(null)} />}
    </>
  );
}

function FlagView({ flag }: { flag: WholeFlagFragment }) {
  const t = useTranslations('office.flags');
  const isEnglish = useLocale() === 'en';
  const words = (text: { zh: string; en: string }): string => (isEnglish ? text.en : text.zh);
  const mayManage = useMayOffice('flag:manage');
  const { sharePercent, isOnByDefault, onCount, companyCount, area, reviewBy } = flag;
  const back = (
    <Link href="/admin/flags" className="hover:underline">
      {t('title')}
    </Link>
  );
  const meta = (
    <span className="flex flex-wrap gap-x-4">
      <span>{sharePercent === null ? t(isOnByDefault ? 'defaultOn' : 'defaultOff') : t('share', { percent: sharePercent })}</span>
      <span>{t('area', { area })}</span>
      <span className="tn-num">{t('reviewBy', { day: reviewBy })}</span>
    </span>
  );
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader eyebrow={back} title={<code className="wrap-anywhere">{flag.key}</code>} answer={t('on', { on: onCount, of: companyCount })} meta={meta} actions={mayManage && <FlagActions flag={flag} />} />
      <div className="grid gap-1 text-14">
        <p>{t('whileOn', { what: words(flag.what) })}</p>
        <p className="text-ink-2">{t('whileOff', { without: words(flag.without) })}</p>
      </div>
      <FlagOverrides flag={flag} />
      <FlagChanges changes={flag.changes} />
    </div>
  );
}

/** One flag: for whom it is on, what was set for which companies, and who set what and why. */
export function FlagPage({ flagKey }: { flagKey: string }) {
  const t = useTranslations('office.flags');
  const answer = useAnswer(FeatureFlagDocument, { key: flagKey });
  if (answer.data) return <FlagView flag={answer.data.featureFlag} />;
  if (!answer.isError) return <Skeleton lines={6} height={28} />;
  if (codeOf(answer.error) === 'FLAG.NOT_FOUND') return <OfficeMissing title={t('missing')} body={t('missingBody')} href="/admin/flags" action={t('title')} />;
  return <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />;
}
