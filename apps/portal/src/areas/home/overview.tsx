'use client';

import { Button, LinkButton, PageHeader, PlusIcon, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { HomeQuery } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { MachineTile } from './machine-tile';
import { QuotaCallouts } from './quota-callouts';
import { SubscriptionList } from './subscription-list';
import { useAddSimulated } from './use-add-simulated';

/** How the machines are, in one sentence and then one by one; below, the apps that read them. */
export function Overview({ home }: { home: HomeQuery }) {
  const t = useTranslations('home');
  const simulated = useAddSimulated();
  const mayCreate = useMay('device:create');
  const { nodes, totalCount } = home.devices;
  const online = nodes.filter(({ connection }) => connection === 'ONLINE').length;
  const isWhole = nodes.length === totalCount;
  return (
    <div className="grid gap-10">
      <PageHeader
        title={t('floor')}
        answer={isWhole ? t('answer', { total: totalCount, online, silent: totalCount - online }) : t('answerTotal', { total: totalCount })}
        actions={
          mayCreate ? (
            <>
              <Button onClick={simulated.add} isLoading={simulated.isPending} loadingLabel={t('first.simulated.pending')}>
                {t('addSimulated')}
              </Button>
              <LinkButton asChild variant="primary" icon={<PlusIcon size={16} />}>
                <Link href="/machines/new">{t('addOwn')}</Link>
              </LinkButton>
            </>
          ) : undefined
        }
      />
      <QuotaCallouts />
      <Section
        title={t('machines')}
        actions={
          <Link href="/machines" className="text-13 text-ink-2 underline underline-offset-4 hover:text-ink">
            {isWhole ? t('allMachines') : t('moreMachines', { count: totalCount - nodes.length })}
          </Link>
        }
      >
        <ul className="grid border-t border-l border-line sm:grid-cols-2 xl:grid-cols-4">
          {nodes.map((machine) => (
            <MachineTile key={machine.id} machine={machine} />
          ))}
        </ul>
      </Section>
      <Section title={t('apps.title')}>
        <SubscriptionList subscriptions={home.subscriptions.nodes} />
      </Section>
    </div>
  );
}
