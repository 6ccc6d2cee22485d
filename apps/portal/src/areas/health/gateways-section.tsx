'use client';

import { Badge, ExactTime, RelativeTime, Section, type BadgeTone } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useOfficeZone } from '../office/office-context';
import type { Gateway } from './gateway';
import { GatewayFaults } from './gateway-faults';
import { GatewayFiguresList } from './gateway-figures';

const TONES: Readonly<Record<Gateway['state'], BadgeTone>> = { RUNNING: 'good', STOPPED: 'neutral', GONE: 'danger' };

function Standing({ of: { name, version, state, startedAt, seenAt } }: { of: Gateway }) {
  const t = useTranslations('operations.health.gateways');
  const locale = useLocale();
  const timeZone = useOfficeZone();
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-12 text-ink-3">
      <span className="font-mono text-14 font-medium break-all text-ink">{name}</span>
      <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
      <span>{t('version', { version })}</span>
      <span>
        {t('since')} <ExactTime at={startedAt} timeZone={timeZone} />
      </span>
      {state !== 'RUNNING' && (
        <span>
          {t(state === 'GONE' ? 'seen' : 'ended')} <RelativeTime at={seenAt} locale={locale} timeZone={timeZone} hasExact />
        </span>
      )}
    </p>
  );
}

/** How each gateway process stands, what it does, and what is wrong with it. */
export function GatewaysSection({ gateways }: { gateways: readonly Gateway[] }) {
  const t = useTranslations('operations.health.gateways');
  return (
    <Section title={t('title')} description={t('hint')}>
      {gateways.length === 0 && <p className="py-6 text-14 text-ink-3">{t('none')}</p>}
      <ul className="divide-y divide-line">
        {gateways.map((gateway) => (
          <li key={gateway.id} className="grid gap-3 py-4 first:pt-0">
            <Standing of={gateway} />
            {gateway.figures && <GatewayFiguresList of={gateway.figures} />}
            {gateway.state === 'GONE' && <p className="max-w-3xl text-13 text-ink-2">{t('goneBody')}</p>}
            <GatewayFaults faults={gateway.faults} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
