'use client';

import { Button, Dialog, ExactTime } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useChange } from '../../api/use-change';
import { WithdrawHandoverDocument, type HandoverFragment } from '../../generated/documents';
import { useViewer } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';
import { usePlantChanged } from '../plant/use-plant-changed';
import { SelfOffer } from './self-offer';

interface OpenHandoverProps {
  readonly name: string;
  readonly handover: HandoverFragment;
  onAgain(): void;
  onClose(): void;
}

/** A release that nobody took yet: until when, and its end. */
export function OpenHandover({ name, handover: { id, way, expiresAt, offeredUntil }, onAgain, onClose }: OpenHandoverProps) {
  const t = useTranslations('handover');
  const frame = useTranslations('frame');
  const locale = useLocale();
  const { timeZone } = useViewer().tenant;
  const changed = usePlantChanged();
  const withdraw = useChange(WithdrawHandoverDocument, {
    onDone: async () => {
      await changed();
      onClose();
    },
  });
  const time = (at: string) => () => <ExactTime at={at} locale={locale} timeZone={timeZone} />;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="sm"
      title={t('openTitle', { name })}
      closeLabel={frame('close')}
      footer={
        <>
          <Button variant="danger" isLoading={withdraw.isPending} onClick={() => withdraw.mutate({ id })}>
            {t('withdraw')}
          </Button>
          <Button variant="primary" onClick={onAgain}>
            {t('again')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 text-14">
        <FormFault error={withdraw.error} />
        <p>{t.rich(`open.${way}`, { time: time(expiresAt) })}</p>
        {way === 'MACHINE' && (offeredUntil ? <p>{t.rich('offered', { time: time(offeredUntil) })}</p> : <SelfOffer />)}
      </div>
    </Dialog>
  );
}
