'use client';

import { PageHeader, Stepper } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import type { CreateMachineMutation } from '../../generated/documents';
import { Link } from '../../frame/link';
import { NameForm } from './name-form';

const FirstMessage = dynamic(() => import('./first-message').then(({ FirstMessage: Step }) => Step), { ssr: false });

const linkTo = (href: string) =>
  function linked(text: ReactNode) {
    return (
      <Link href={href} className="font-medium text-ink underline">
        {text}
      </Link>
    );
  };

const STEPS = ['name', 'send', 'connected'] as const;

/** Connecting a real machine: name it, send one value, see it arrive. */
export function NewMachinePage() {
  const t = useTranslations('machines');
  const [created, setCreated] = useState<CreateMachineMutation['createDevice'] | null>(null);
  const [isConnected, setIsConnected] = useState(false);
  const current = created === null ? 0 : isConnected ? 2 : 1;
  return (
    <div className="grid max-w-3xl gap-8">
      <PageHeader
        title={t('new.title')}
        answer={t('new.answer')}
      />
      <Stepper
        label={t('new.steps.label')}
        steps={STEPS.map((key) => ({ key, label: t(`new.steps.${key}`) }))}
        currentIndex={current}
        statusLabels={{ done: t('new.steps.done'), current: t('new.steps.current'), upcoming: t('new.steps.upcoming') }}
      />
      {created ? <FirstMessage created={created} onConnected={() => setIsConnected(true)} /> : <NameForm onCreated={setCreated} />}
      {!created && (
        <p className="border-t border-line pt-4 text-13 text-ink-2">
          {t('import.way')}{' '}
          <Link href="/machines/import" className="font-medium text-ink underline">
            {t('import.wayLink')}
          </Link>{' '}
          {t.rich('new.otherWays', { keys: linkTo('/machines/provisioning'), machines: linkTo('/machines') })}
        </p>
      )}
    </div>
  );
}
