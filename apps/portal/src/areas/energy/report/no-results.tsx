'use client';

import { Button, ChartIllustration, EmptyState, LinkButton, formatInstant } from '@tenon/ui';
import type { TimeRange } from '@tenon/kernel';
import { useTranslations } from 'next-intl';
import { Link } from '../../../frame/link';
import type { EnergyProgressFragment } from '../../../generated/documents';

interface NoResultsProps {
  readonly subscriptionId: string;
  readonly progress: EnergyProgressFragment;
  readonly timeZone: string;
  onShow(range: TimeRange): void;
}

function Waiting({ subscriptionId }: { subscriptionId: string }) {
  const t = useTranslations('energy.noResults');
  return (
    <EmptyState
      illustration={<ChartIllustration />}
      title={t('waitingTitle')}
      body={t('waitingBody')}
      action={
        <LinkButton asChild>
          <Link href="/machines">{t('toMachines')}</Link>
        </LinkButton>
      }
      secondaryAction={
        <LinkButton asChild variant="quiet">
          <Link href={`/apps/${subscriptionId}/setup`}>{t('toSettings')}</Link>
        </LinkButton>
      }
    />
  );
}

/** The range holds nothing: where there is something, or that it is awaited. */
export function NoResults({ subscriptionId, progress: { computedFrom, computedUntil }, timeZone, onShow }: NoResultsProps) {
  const t = useTranslations('energy.noResults');
  if (!computedFrom || !computedUntil) return <Waiting subscriptionId={subscriptionId} />;
  const day = (atMs: number): string => formatInstant(atMs, { timeZone, precision: 'day' });
  const range = { fromMs: Date.parse(computedFrom), toMs: Date.parse(computedUntil) };
  return (
    <EmptyState
      illustration={<ChartIllustration />}
      title={t('title')}
      body={t('body', { from: day(range.fromMs), to: day(range.toMs - 1) })}
      action={
        <Button variant="primary" onClick={() => onShow(range)}>
          {t('show')}
        </Button>
      }
    />
  );
}
