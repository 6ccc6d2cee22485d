'use client';

import { Button, EmptyState, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { useToast } from '../../frame/toasts';
import { OwnPasskeysDocument } from '../../generated/documents';
import { PasskeyRow } from './passkey-row';

const NewPasskey = dynamic(() => import('./new-passkey').then(({ NewPasskey: New }) => New), { ssr: false });

/** The person's passkeys. */
export function PasskeysSection() {
  const t = useTranslations('security.passkeys');
  const toast = useToast();
  const [isMaking, setIsMaking] = useState(false);
  const answer = useAnswer(OwnPasskeysDocument, {});
  const refresh = (): Promise<unknown> => answer.refetch();
  const made = (): void => {
    setIsMaking(false);
    void refresh();
    toast.show({ title: t('made') });
  };
  const passkeys = answer.data?.viewer?.passkeys;
  return (
    <Section title={t('title')} description={t('intro')} actions={<Button onClick={() => setIsMaking(true)}>{t('new')}</Button>}>
      {answer.error && <Failure error={answer.error} onRetry={() => void refresh()} headingLevel={3} />}
      {answer.isPending && <Skeleton height={64} />}
      {passkeys?.length === 0 && <EmptyState size="inline" title={t('none')} body={t('noneBody')} />}
      {passkeys && passkeys.length > 0 && (
        <ul>
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onChanged={refresh} />
          ))}
        </ul>
      )}
      {isMaking && <NewPasskey onMade={made} onClose={() => setIsMaking(false)} />}
    </Section>
  );
}
