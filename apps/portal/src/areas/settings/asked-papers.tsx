'use client';

import { Callout, ExactTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { AskedPapersDocument } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';

/** What the platform asks of the company about its sign-up, while it does. */
export function AskedPapers() {
  const t = useTranslations('settings.profile');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const asked = useAnswer(AskedPapersDocument, {}).data?.askedPapers;
  if (!asked) return null;
  return (
    <Callout tone="caution" title={t('asked')}>
      <span className="grid gap-1">
        <span className="wrap-anywhere whitespace-pre-line">{asked.text}</span>
        <ExactTime at={asked.askedAt} locale={locale} timeZone={timeZone} precision="minute" />
      </span>
    </Callout>
  );
}
