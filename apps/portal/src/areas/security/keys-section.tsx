'use client';

import { Button, EmptyState, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { ApiKeysDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { KeyRow } from './key-row';

const NewKey = dynamic(() => import('./new-key').then(({ NewKey: New }) => New), { ssr: false });

/** The company's API keys, for whoever may look at them. */
export function KeysSection() {
  const t = useTranslations('security.keys');
  const mayMake = useMay('api-key:create');
  const [isMaking, setIsMaking] = useState(false);
  const answer = useAnswer(ApiKeysDocument, {});
  const refresh = (): Promise<unknown> => answer.refetch();
  const keys = answer.data?.apiKeys;
  return (
    <Section title={t('title')} description={t('intro')} actions={mayMake && <Button onClick={() => setIsMaking(true)}>{t('new')}</Button>}>
      {answer.error && <Failure error={answer.error} onRetry={() => void refresh()} headingLevel={3} />}
      {answer.isPending && <Skeleton height={96} />}
      {keys?.length === 0 && <EmptyState size="inline" title={t('none')} body={t('noneBody')} />}
      {keys && keys.length > 0 && (
        <ul>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoked={refresh} />
          ))}
        </ul>
      )}
      {isMaking && <NewKey onMade={() => void refresh()} onClose={() => setIsMaking(false)} />}
    </Section>
  );
}
