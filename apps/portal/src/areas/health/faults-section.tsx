'use client';

import { ExactTime, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { PlatformHealthQuery } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';

type Fault = PlatformHealthQuery['platformHealth']['faults'][number];

function Row({ of: { event, operation, label, frame, count, firstSeenAt, lastSeenAt, lastTrace } }: { of: Fault }) {
  const t = useTranslations('operations.health');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  const time = (at: string) => <ExactTime at={at} locale={locale} timeZone={timeZone} precision="minute" />;
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-14 font-medium break-all">{operation || event}</span>
        <span className="font-mono text-12 break-all text-ink-2">{label}</span>
        <span className="text-13 text-ink-2">{t('times', { count })}</span>
      </p>
      {frame && <p className="font-mono text-12 break-all text-ink-3">{frame}</p>}
      <p className="flex flex-wrap gap-x-4 text-12 text-ink-3">
        <span>{event}</span>
        <span>
          {t('firstSeen')} {time(firstSeenAt)}
        </span>
        <span>
          {t('lastSeen')} {time(lastSeenAt)}
        </span>
        <span>
          {t('mark')} <span className="font-mono">{lastTrace}</span>
        </span>
      </p>
    </li>
  );
}

/** What went wrong in the program, by its kind. */
export function FaultsSection({ faults }: { faults: readonly Fault[] }) {
  const t = useTranslations('operations.health');
  return (
    <Section title={t('faults')} description={t('faultsHint')}>
      {faults.length === 0 && <p className="py-6 text-14 text-ink-3">{t('noFaults')}</p>}
      <ul className="divide-y divide-line">
        {faults.map((fault) => (
          <Row key={fault.fingerprint} of={fault} />
        ))}
      </ul>
    </Section>
  );
}
