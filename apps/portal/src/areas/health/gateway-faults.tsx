'use client';

import { ExactTime } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useOfficeZone } from '../office/office-context';
import type { Gateway } from './gateway';

type Fault = Gateway['faults'][number];

function Row({ of: { code, count, firstSeenAt, lastSeenAt, event, label, frame, trace } }: { of: Fault }) {
  const t = useTranslations('operations.health');
  const timeZone = useOfficeZone();
  return (
    <li className="grid gap-1 border-l-2 border-caution py-1 pl-3">
      <p className="flex flex-wrap items-baseline gap-x-3 text-14">
        <span className="font-medium">{t(`gateways.fault.${code}.what`)}</span>
        <span className="font-mono text-12 text-ink-3">{code}</span>
        <span className="text-13 text-ink-2">{t('times', { count })}</span>
      </p>
      <p className="max-w-3xl text-13 text-ink-2">{t(`gateways.fault.${code}.mend`)}</p>
      <p className="flex flex-wrap gap-x-4 text-12 text-ink-3">
        <span>
          {t('lastSeen')} <ExactTime at={lastSeenAt} timeZone={timeZone} precision="second" />
        </span>
        {count > 1 && (
          <span>
            {t('firstSeen')} <ExactTime at={firstSeenAt} timeZone={timeZone} precision="second" />
          </span>
        )}
        {[event, label, frame].map((each) => each && <span key={each} className="font-mono break-all">{each}</span>)}
        {trace && (
          <span>
            {t('mark')} <span className="font-mono">{trace}</span>
          </span>
        )}
      </p>
    </li>
  );
}

/** What is wrong with a gateway itself, and what to do about it. */
export function GatewayFaults({ faults }: { faults: readonly Fault[] }) {
  const t = useTranslations('operations.health.gateways');
  if (faults.length === 0) return <p className="text-12 text-ink-3">{t('noFaults')}</p>;
  return (
    <ul aria-label={t('faults')} className="grid gap-3">
      {faults.map((fault) => (
        <Row key={fault.code} of={fault} />
      ))}
    </ul>
  );
}
