'use client';

import { Button, EmptyState, PageHeader, PlusIcon, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { ProvisioningKeysDocument, type ProvisioningKeysQuery } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';

// Drawn by the server, and at work a moment later. Of the first key, which comes while its secret is being shown, only the row's own place waits: not the whole page.
const KeyRow = dynamic(() => import('./key-row').then(({ KeyRow: Row }) => Row), { loading: () => <Skeleton lines={4} /> });
const NewKey = dynamic(() => import('./new-key').then(({ NewKey: New }) => New), { ssr: false });

function KeyList({ keys, onChanged }: { keys: ProvisioningKeysQuery['provisioningKeys']; onChanged(): Promise<unknown> }) {
  const t = useTranslations('provisioning');
  if (keys.length === 0) return <EmptyState title={t('none')} body={t('noneBody')} />;
  return (
    <ul className="border-b border-line">
      {keys.map((key) => (
        <KeyRow key={key.id} provisioningKey={key} onChanged={onChanged} />
      ))}
    </ul>
  );
}

/** Keys by which machines let themselves in. */
export function ProvisioningPage() {
  const t = useTranslations('provisioning');
  const mayMake = useMay('device:credentials');
  const [isMaking, setIsMaking] = useState(false);
  const answer = useAnswer(ProvisioningKeysDocument, {});
  const refresh = (): Promise<unknown> => answer.refetch();
  const keys = answer.data?.provisioningKeys;
  const add = mayMake && (
    <Button variant="primary" icon={<PlusIcon size={16} />} onClick={() => setIsMaking(true)}>
      {t('new')}
    </Button>
  );
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={t('title')} answer={t('answer')} actions={add} />
      {answer.isError && !keys && <Failure error={answer.error} onRetry={() => void refresh()} isRetrying={answer.isFetching} />}
      {answer.isPending && <Skeleton lines={4} />}
      {keys && <KeyList keys={keys} onChanged={refresh} />}
      {isMaking && <NewKey onMade={() => void refresh()} onClose={() => setIsMaking(false)} />}
    </div>
  );
}
