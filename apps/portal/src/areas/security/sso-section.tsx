'use client';

import { Button, EmptyState, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { Failure } from '../../errors/failure';
import { LazyConfirmChange } from '../../frame/lazy-confirm-change';
import { useToast } from '../../frame/toasts';
import { RemoveSingleSignOnDocument, SingleSignOnDocument } from '../../generated/documents';
import type { ShutOut, SsoAdmission, SsoConnection } from './sso-connection';
import { SsoFacts } from './sso-facts';

const SsoDialog = dynamic(() => import('./sso-dialog').then(({ SsoDialog: SetUp }) => SetUp), { ssr: false });

interface SsoProps {
  readonly redirectUri: string;
  readonly connection: SsoConnection | null;
  readonly admission: SsoAdmission | null;
  readonly shutOut: ShutOut | null;
  readonly isDemanded: boolean;
  onChanged(): Promise<unknown>;
}

/** Single sign-on as it is, and what may be done about it. */
function Sso({ redirectUri, connection, onChanged, ...facts }: SsoProps) {
  const t = useTranslations('security.sso');
  const toast = useToast();
  const [act, setAct] = useState<'set-up' | 'remove' | null>(null);
  const close = (): void => setAct(null);
  const changed = async (title: string): Promise<void> => {
    await onChanged();
    close();
    toast.show({ title });
  };
  const remove = useChange(RemoveSingleSignOnDocument, { onDone: () => changed(t('removed')) });
  return (
    <Section title={t('title')} description={t('intro')} actions={<Button onClick={() => setAct('set-up')}>{t(connection ? 'change' : 'setUp')}</Button>}>
      {connection ? <SsoFacts {...facts} connection={connection} onChanged={changed} onRemove={() => setAct('remove')} /> : <EmptyState size="inline" title={t('none')} body={t('noneBody')} />}
      {act === 'set-up' && <SsoDialog redirectUri={redirectUri} connection={connection} onDone={() => void changed(t('done'))} onClose={close} />}
      {act === 'remove' && <LazyConfirmChange change={remove} onClose={close} title={t('removeTitle')} description={t('removeBody')} confirmLabel={t('remove')} onConfirm={() => remove.mutate({})} />}
    </Section>
  );
}

/** Single sign-on of the company, for its owner. */
export function SsoSection() {
  const answer = useAnswer(SingleSignOnDocument, {});
  const refresh = (): Promise<unknown> => answer.refetch();
  if (answer.error) return <Failure error={answer.error} onRetry={() => void refresh()} headingLevel={3} />;
  if (!answer.data) return <Skeleton height={96} />;
  const { redirectUri, connection, admission, shutOut } = answer.data.singleSignOn;
  const isDemanded = answer.data.viewer?.tenant?.demandsSingleSignOn === true;
  return <Sso redirectUri={redirectUri} connection={connection ?? null} admission={admission ?? null} shutOut={shutOut ?? null} isDemanded={isDemanded} onChanged={refresh} />;
}
