'use client';

import { PageHeader, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { PlatformHealthDocument, type PlatformHealthQuery } from '../../generated/documents';
import { useOfficeZone } from '../office/office-context';
import { FaultsSection } from './faults-section';
import { HealthFigures } from './health-figures';
import { isOfToday } from './is-of-today';

// Figures and faults come first; the operations bring a table, and gateways much of their own.
const OperationsSection = dynamic(() => import('./operations-section').then(({ OperationsSection: Operations }) => Operations), { loading: () => <Skeleton lines={6} height={28} /> });

const GatewaysSection = dynamic(() => import('./gateways-section').then(({ GatewaysSection: Gateways }) => Gateways), { loading: () => <Skeleton lines={4} height={28} /> });

const REFRESH_MS = 15_000;
const SLOW_MS = 1_000;

function Known({ of }: { of: PlatformHealthQuery }) {
  const t = useTranslations('operations.health');
  const timeZone = useOfficeZone();
  const { faults, operations, gateways } = of.platformHealth;
  const counts = { faults: faults.filter(isOfToday).length, slow: operations.filter(({ p95Ms }) => p95Ms > SLOW_MS).length, gone: gateways.filter(({ state }) => state === 'GONE').length };
  return (
    <>
      <PageHeader title={t('title')} answer={t('answer', counts)} meta={t('meta', { timeZone })} />
      <HealthFigures of={of} />
      <GatewaysSection gateways={gateways} />
      <FaultsSection faults={faults} />
      <OperationsSection operations={operations} />
    </>
  );
}

/** How the platform fares: first the figures that call for a hand, then how gateways stand, then what went wrong, then what takes long. */
export function HealthPage() {
  const t = useTranslations('operations.health');
  const { data, error, isFetching, refetch } = useAnswer(PlatformHealthDocument, {}, { refetchEveryMs: REFRESH_MS });
  return (
    <div className="grid grid-cols-1 gap-8">
      {data && <Known of={data} />}
      {!data && <PageHeader title={t('title')} />}
      {!data && (error ? <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : <Skeleton lines={6} height={28} />)}
    </div>
  );
}
