'use client';

import { LinkButton, StateMark } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { useMetricName } from '../metrics/use-metric-name';
import { ValueText } from '../metrics/value-text';
import type { ArrivedValue } from './use-arrival';

/** Long enough to see the value, short enough not to wait for. */
const MOVE_ON_MS = 4_000;

/** Connected: the first values, and on to the machine's page. */
export function Arrived({ machine, values }: { machine: { id: string; name: string }; values: readonly ArrivedValue[] }) {
  const t = useTranslations('machines.connect');
  const nameOf = useMetricName();
  const router = useRouter();
  const href = `/machines/${machine.id}`;
  const moveOn = useEffectEvent(() => router.push(href));
  useEffect(() => {
    const timer = setTimeout(() => moveOn(), MOVE_ON_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="grid gap-6" role="status">
      <div className="grid gap-2">
        <StateMark state="running" label={t('connected')} size="md" />
        <h2 className="text-20 font-semibold">{t('connectedTitle', { name: machine.name })}</h2>
        <p className="text-14 text-ink-2">{t('connectedBody')}</p>
      </div>
      <dl className="border-t border-line">
        {values.map(({ series, value }) => (
          <div key={series.id} className="tn-value-enter flex items-baseline justify-between gap-4 border-b border-line py-3">
            <dt className="text-14 text-ink-2">{nameOf(series.key)}</dt>
            <dd className="tn-num text-28">
              <ValueText value={value} unit={series.unit} />
            </dd>
          </div>
        ))}
      </dl>
      <LinkButton asChild variant="primary" size="lg" className="justify-self-start">
        <Link href={href}>{t('toMachine')}</Link>
      </LinkButton>
    </div>
  );
}
