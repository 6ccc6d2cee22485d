'use client';

import { Button, Callout, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { ConfirmChange } from '../../frame/confirm-change';
import { RotateTokensDocument, type RotateTokensMutation } from '../../generated/documents';
import { saveFile } from '../apps/csv';
import { usePlantChanged } from '../plant/use-plant-changed';
import type { Meant } from './meant';

interface RotateTokensProps {
  readonly meant: Meant;
  onClose(): void;
  onDone(): void;
}

/** The list of new tokens, which nobody sees again. */
function NewTokens({ rotated: { count, simulated, list }, onClose }: { rotated: RotateTokensMutation['rotateDeviceTokens']; onClose(): void }) {
  const t = useTranslations('plant.bulk');
  const frame = useTranslations('frame');
  const [isSaved, setIsSaved] = useState(false);
  const save = (): void => {
    saveFile(t('tokensFile'), list);
    setIsSaved(true);
  };
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(isOpen) => !isOpen && isSaved && onClose()}
      title={t('tokensDone', { count })}
      closeLabel={frame('close')}
      footer={
        <>
          <Button disabled={!isSaved} onClick={onClose}>
            {t('fine')}
          </Button>
          <Button variant="primary" onClick={save}>
            {t('tokensSave')}
          </Button>
        </>
      }
    >
      <Callout tone={isSaved ? 'good' : 'caution'} role="status" title={isSaved ? t('tokensSaved') : t('tokensOnce')}>
        {t('tokensNext')} {simulated > 0 && t('tokensSimulated', { count: simulated })}
      </Callout>
    </Dialog>
  );
}

/** Gives many machines new tokens, after saying that the old ones stop. */
export function RotateTokens({ meant: { count, machines }, onClose, onDone }: RotateTokensProps) {
  const t = useTranslations('plant.bulk');
  const changed = usePlantChanged();
  const change = useChange(RotateTokensDocument);
  const leave = (): void => {
    onDone();
    void changed();
    onClose();
  };
  if (change.data) return <NewTokens rotated={change.data.rotateDeviceTokens} onClose={leave} />;
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('ask.TOKENS', { count })}
      losses={{ heading: t('tokensLose'), items: [t('tokensStop'), t('tokensMust')] }}
      recovery={t('tokensNoWayBack')}
      typeToConfirm={{ phrase: String(count), label: t('typeCount', { count }) }}
      confirmLabel={t('tokensNow', { count })}
      onConfirm={() => change.mutate({ machines })}
    />
  );
}
