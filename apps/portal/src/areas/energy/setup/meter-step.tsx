'use client';

import { Button, Callout, EmptyState, LinkButton, LoadMore, MachineIllustration, SearchField, Skeleton, Switch } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../../frame/link';
import { useEffect, useEffectEvent } from 'react';
import { Failure } from '../../../errors/failure';
import { countedTwice, proposedMeters, type Meter } from '../meter-choice';
import { MeterRow } from './meter-row';
import { useMeterChoice } from './use-meter-choice';
import { useMeters, type MachineMeters } from './use-meters';

export interface MeterStepProps {
  readonly chosen: readonly Meter[] | null;
  /** Metrics set already; null for a first set-up, which gets a proposal. */
  readonly seriesIds: readonly string[] | null;
  /** Whether missing things are pointed out. */
  readonly isChecked: boolean;
  onChange(change: (chosen: readonly Meter[]) => readonly Meter[]): void;
}

function NoMeters() {
  const t = useTranslations('apps.series');
  return (
    <EmptyState
      size="inline"
      headingLevel={3}
      illustration={<MachineIllustration />}
      title={t('none')}
      body={t('noneBody')}
      action={
        <LinkButton asChild>
          <Link href="/machines/new">{t('toMachines')}</Link>
        </LinkButton>
      }
    />
  );
}

interface MachineGroupProps {
  readonly machine: MachineMeters;
  readonly chosen: readonly Meter[];
  readonly choice: ReturnType<typeof useMeterChoice>;
}

function MachineGroup({ machine, chosen, choice }: MachineGroupProps) {
  return (
    <section className="grid gap-x-8 border-t border-line py-1 md:grid-cols-[12rem_minmax(0,1fr)]">
      <h3 className="pt-3 text-14 font-semibold">{machine.deviceName}</h3>
      <ul>
        {machine.meters.map((listed) => {
          const meter = chosen.find(({ id }) => id === listed.id);
          return (
            <MeterRow
              key={listed.id}
              meter={meter ?? listed}
              isChosen={meter !== undefined}
              isConfirming={choice.confirming.has(listed.id)}
              onToggle={(isChosen) => choice.toggle(listed, isChosen)}
              onConfirm={() => void choice.confirm([listed])}
              onSettled={choice.settle}
            />
          );
        })}
      </ul>
    </section>
  );
}

/** What is noticed about the choice: counted twice, guesses to confirm. */
function Notices({ chosen, choice }: { chosen: readonly Meter[]; choice: ReturnType<typeof useMeterChoice> }) {
  const t = useTranslations('energy.setup.meters');
  const locale = useLocale();
  const twice = countedTwice(chosen);
  const { waiting, confirming } = choice;
  return (
    <>
      {twice.length > 0 && (
        <Callout tone="caution" role="status">
          {t('twice', { machines: new Intl.ListFormat(locale).format(twice) })}
        </Callout>
      )}
      {waiting.length > 1 && (
        <Callout
          action={
            <Button size="sm" isLoading={confirming.size > 0} onClick={() => void choice.confirm(waiting)}>
              {t('confirmAll', { count: waiting.length })}
            </Button>
          }
        >
          {t('proposed')}
        </Callout>
      )}
    </>
  );
}

type Meters = ReturnType<typeof useMeters>;

function Narrowing({ meters }: { meters: Meters }) {
  const t = useTranslations('apps.series');
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={meters.search} onValueChange={meters.setSearch} className="sm:max-w-72" />
      <Switch label={t('all')} checked={meters.isWide} onCheckedChange={meters.setIsWide} />
    </div>
  );
}

/** The metrics set already, or for a first set-up one of each machine. */
function useFirstChoice({ chosen, seriesIds, onChange }: MeterStepProps, { list: { data, nodes } }: Meters): void {
  const begin = useEffectEvent(() => {
    if (chosen === null) onChange(() => (seriesIds ? nodes.filter(({ id }) => seriesIds.includes(id)) : proposedMeters(nodes)));
  });
  useEffect(() => {
    if (data) begin();
  }, [data]);
}

/** First step: from which metrics the energy comes. */
export function MeterStep(props: MeterStepProps) {
  const t = useTranslations('apps.series');
  const meters = useMeters();
  const { list, machines } = meters;
  useFirstChoice(props, meters);
  const chosen = props.chosen ?? [];
  const choice = useMeterChoice(chosen, props.onChange);
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Notices chosen={chosen} choice={choice} />
      <Narrowing meters={meters} />
      {list.isPending ? <Skeleton lines={6} height={28} /> : null}
      {list.data && machines.length === 0 && <NoMeters />}
      <div className="border-b border-line">
        {machines.map((machine) => (
          <MachineGroup key={machine.deviceId} machine={machine} chosen={chosen} choice={choice} />
        ))}
      </div>
      {list.hasNextPage && <LoadMore label={t('more')} loadingLabel={t('loading')} hasMore isLoading={list.isFetchingNextPage} onLoadMore={() => void list.fetchNextPage()} />}
    </div>
  );
}
