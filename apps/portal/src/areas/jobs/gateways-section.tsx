'use client';

import { Num, RelativeTime, Section } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { PlatformWorkQuery } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';

/** Which gateway holds how many machines. */
export function GatewaysSection({ gateways }: { gateways: PlatformWorkQuery['platformWork']['gateways'] }) {
  const t = useTranslations('work');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  return (
    <Section title={t('gateways')} description={t('gatewaysHint')}>
      {gateways.length === 0 && <p className="py-6 text-14 text-ink-3">{t('noGateways')}</p>}
      <ul className="divide-y divide-line">
        {gateways.map(({ id, connectionCount, lastSeenAt }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3 text-14">
            <span className="font-mono text-13">{id}</span>
            <span>
              <Num value={connectionCount} locale={locale} /> {t('connections')}
            </span>
            <span className="text-13 text-ink-3">
              {t('lastStored')} {lastSeenAt ? <RelativeTime at={lastSeenAt} locale={locale} timeZone={timeZone} /> : '—'}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
