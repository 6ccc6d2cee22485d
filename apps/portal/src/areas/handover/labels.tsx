'use client';

import { Button, Callout, Dialog } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { createPortal } from 'react-dom';
import type { ReleaseMachinesMutation } from '../../generated/documents';
import { Label } from './label';
import { SelfOffer } from './self-offer';

interface LabelsProps {
  readonly released: ReleaseMachinesMutation['releaseDevices'];
  onClose(): void;
}

/** Codes of machines that were released, this once, as labels to print. On paper there is nothing else of the page. */
export function Labels({ released, onClose }: LabelsProps) {
  const t = useTranslations('handover');
  const frame = useTranslations('frame');
  const labels = released.flatMap(({ deviceId, name, code }) => (code ? [<Label key={deviceId} name={name} code={code} />] : []));
  const hasCodes = labels.length > 0;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="lg"
      title={t('releasedTitle', { count: released.length })}
      closeLabel={frame('close')}
      footer={
        <>
          {hasCodes && <Button onClick={() => window.print()}>{t('print')}</Button>}
          <Button variant="primary" onClick={onClose}>
            {t(hasCodes ? 'kept' : 'fine')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {hasCodes ? <Callout tone="caution">{t('once')}</Callout> : <SelfOffer />}
        {/* More of them than the window holds are scrolled by keys, too. */}
        {hasCodes && <div role="group" aria-label={t('releasedTitle', { count: released.length })} tabIndex={0} className="grid gap-4 sm:grid-cols-2">{labels}</div>}
      </div>
      {hasCodes && createPortal(<div data-printed className="hidden print:grid print:grid-cols-[repeat(auto-fill,minmax(14.5rem,1fr))] print:gap-4">{labels}</div>, document.body)}
    </Dialog>
  );
}
