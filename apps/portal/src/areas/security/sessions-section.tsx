'use client';

import { Button, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { Failure } from '../../errors/failure';
import { LazyConfirmChange } from '../../frame/lazy-confirm-change';
import { useToast } from '../../frame/toasts';
import { EndOtherSessionsDocument, OwnSessionsDocument } from '../../generated/documents';
import { SessionRow } from './session-row';

function EndOthers({ onEnded }: { onEnded: () => Promise<unknown> }) {
  const t = useTranslations('security.sessions');
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const end = useChange(EndOtherSessionsDocument, {
    onDone: async ({ endOtherSessions }) => {
      await onEnded();
      setIsOpen(false);
      toast.show({ title: t('othersEnded', { count: endOtherSessions }) });
    },
  });
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('endOthers')}</Button>
      {isOpen && (
        <LazyConfirmChange
          change={end}
          onClose={() => setIsOpen(false)}
          title={t('endOthersTitle')}
          description={t('endOthersBody')}
          confirmLabel={t('endOthers')}
          onConfirm={() => end.mutate({})}
        />
      )}
    </>
  );
}

/** Where the person is signed in, and signing out there. */
export function SessionsSection() {
  const t = useTranslations('security.sessions');
  const answer = useAnswer(OwnSessionsDocument, {});
  const sessions = answer.data?.viewer?.sessions;
  const refresh = (): Promise<unknown> => answer.refetch();
  return (
    <Section title={t('title')} description={t('intro')} actions={sessions && sessions.length > 1 && <EndOthers onEnded={refresh} />}>
      {answer.error && <Failure error={answer.error} onRetry={() => void refresh()} headingLevel={3} />}
      {answer.isPending && <Skeleton height={96} />}
      {sessions && (
        <ul>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} onEnded={refresh} />
          ))}
        </ul>
      )}
    </Section>
  );
}
