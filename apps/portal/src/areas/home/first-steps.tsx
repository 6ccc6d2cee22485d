'use client';

import { Button, ChartIllustration, LinkButton, MachineIllustration, PageHeader } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import type { ReactNode } from 'react';
import { useMay } from '../../viewer/viewer-context';
import { useAddSimulated } from './use-add-simulated';

interface WayProps {
  readonly picture: ReactNode;
  readonly title: string;
  readonly body: string;
  readonly facts: readonly string[];
  readonly action: ReactNode;
}

function Way({ picture, title, body, facts, action }: WayProps) {
  return (
    <section className="flex flex-col gap-4 bg-surface p-6 md:p-8">
      <div className="text-ink-3">{picture}</div>
      <h2 className="text-20 font-semibold">{title}</h2>
      <p className="max-w-prose text-14 text-ink-2">{body}</p>
      <ul className="border-b border-line text-13 text-ink-2">
        {facts.map((fact) => (
          <li key={fact} className="border-t border-line py-2">
            {fact}
          </li>
        ))}
      </ul>
      <div className="mt-auto pt-2">{action}</div>
    </section>
  );
}

/** Nothing is connected yet: the two ways to begin, or who can go them. */
export function FirstSteps() {
  const t = useTranslations('home.first');
  return useMay('device:create') ? <TwoWays /> : <PageHeader title={t('title')} answer={t('others')} meta={t('othersNext')} />;
}

function TwoWays() {
  const t = useTranslations('home.first');
  const simulated = useAddSimulated();
  return (
    <div className="grid gap-6">
      <PageHeader title={t('title')} answer={t('answer')} />
      <div className="grid gap-px overflow-hidden rounded border border-line bg-line md:grid-cols-2">
        <Way
          picture={<ChartIllustration />}
          title={t('simulated.title')}
          body={t('simulated.body')}
          facts={[t('simulated.fact1'), t('simulated.fact2')]}
          action={
            <Button variant="primary" size="lg" onClick={simulated.add} isLoading={simulated.isPending} loadingLabel={t('simulated.pending')}>
              {t('simulated.action')}
            </Button>
          }
        />
        <Way
          picture={<MachineIllustration />}
          title={t('own.title')}
          body={t('own.body')}
          facts={[t('own.fact1'), t('own.fact2')]}
          action={
            <LinkButton asChild size="lg">
              <Link href="/machines/new">{t('own.action')}</Link>
            </LinkButton>
          }
        />
      </div>
    </div>
  );
}
