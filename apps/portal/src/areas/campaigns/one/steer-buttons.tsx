'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Button, ConfirmDialog, type ButtonProps } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Document } from '../../../api/document';
import { useChange } from '../../../api/use-change';
import { useFaultToast } from '../../../frame/use-fault-toast';
import { AbortCampaignDocument, PauseCampaignDocument, ResumeCampaignDocument, RollBackCampaignDocument, type CampaignLineFragment, type CampaignState } from '../../../generated/documents';
import { useMay } from '../../../viewer/viewer-context';
import { countOf } from '../counts';

type Steering = 'pause' | 'resume' | 'abort' | 'rollBack';

const DOCUMENTS: Readonly<Record<Steering, Document<unknown, { id: string }>>> = { pause: PauseCampaignDocument, resume: ResumeCampaignDocument, abort: AbortCampaignDocument, rollBack: RollBackCampaignDocument };
const LOOKS: Readonly<Record<Steering, ButtonProps['variant']>> = { pause: 'secondary', resume: 'primary', abort: 'secondary', rollBack: 'secondary' };
/** What can be done with one that stands so. */
const STEERING: Readonly<Record<CampaignState, readonly Steering[]>> = { RUNNING: ['pause', 'abort', 'rollBack'], PAUSED: ['resume', 'abort', 'rollBack'], ABORTING: ['rollBack'], ABORTED: ['rollBack'], DONE: ['rollBack'], ROLLING_BACK: [], ROLLED_BACK: [] };

/** What can be done with a campaign; what changes what machines run is asked once more. */
export function SteerButtons({ campaign }: { campaign: CampaignLineFragment }) {
  const mayManage = useMay('campaign:manage');
  const touched = campaign.total - countOf(campaign, 'WAITING', 'SKIPPED');
  const steering = STEERING[campaign.state].filter((one) => one !== 'rollBack' || touched > 0);
  return mayManage ? steering.map((one) => <SteerButton key={one} id={campaign.id} steering={one} count={touched} />) : null;
}

function SteerButton({ id, steering, count }: { id: string; steering: Steering; count: number }) {
  const t = useTranslations('campaigns.steer');
  const common = useTranslations('frame');
  const say = useFaultToast();
  const cache = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const change = useChange(DOCUMENTS[steering]);
  const press = (): void =>
    change.mutate({ id }, { onError: say, onSettled: () => {
      setIsAsking(false);
      void cache.invalidateQueries({ queryKey: ['Campaign'] });
    } });
  const isAsked = steering === 'abort' || steering === 'rollBack';
  return (
    <>
      <Button variant={LOOKS[steering] ?? 'secondary'} isLoading={change.isPending} onClick={() => (isAsked ? setIsAsking(true) : press())}>
        {t(steering)}
      </Button>
      {isAsked && (
        <ConfirmDialog
          isOpen={isAsking}
          onOpenChange={setIsAsking}
          title={t(`${steering}Title`)}
          description={t(`${steering}Body`, { count })}
          tone="danger"
          confirmLabel={t(steering)}
          cancelLabel={t('keep')}
          closeLabel={common('close')}
          isPending={change.isPending}
          onConfirm={press}
        />
      )}
    </>
  );
}
