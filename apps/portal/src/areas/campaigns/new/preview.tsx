'use client';

import { Disclosure, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { CampaignPreviewQuery } from '../../../generated/documents';
import { useSkippedWords } from '../skipped-words';

type Preview = CampaignPreviewQuery['campaignPreview'];

/** Which machines would take part, in the order of their turns, and which would not and why. */
export function PreviewOf({ preview }: { preview: Preview | undefined }) {
  const t = useTranslations('campaigns.preview');
  const skipped = useSkippedWords();
  if (!preview) return <Skeleton lines={4} />;
  const { total, fit, first, unfit, unfitMachines } = preview;
  return (
    <Section title={t('title')}>
      <div className="grid gap-4 text-14">
        <p role="status" className="text-16 font-medium">
          {t('answer', { fit, total })}
        </p>
        {unfit.length > 0 && (
          <ul className="grid gap-1 text-ink-2">
            {unfit.map(({ code, count }) => (
              <li key={code}>{t('unfit', { count, why: skipped(code) })}</li>
            ))}
          </ul>
        )}
        {first.length > 0 && (
          <Disclosure summary={t('first', { count: first.length })}>
            <p className="break-words text-ink-2">{first.map(({ name }) => name).join(t('joint'))}</p>
          </Disclosure>
        )}
        {unfitMachines.length > 0 && (
          <Disclosure summary={t('unfitMachines')}>
            <ul className="grid gap-1">
              {unfitMachines.map(({ deviceId, name, code }) => (
                <li key={deviceId}>
                  <span className="font-medium">{name}</span> <span className="text-ink-2">{skipped(code)}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
