'use client';

import { Section, Switch } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { DemandSecondFactorDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { FormFault } from '../apps/form-fault';

interface PolicySectionProps {
  readonly isDemanded: boolean;
  readonly hasOwn: boolean;
  onChanged(): Promise<unknown>;
}

/** What the company asks of everybody who signs in; the owner says. */
export function PolicySection({ isDemanded, hasOwn, onChanged }: PolicySectionProps) {
  const t = useTranslations('security.policy');
  const frame = useTranslations('frame');
  const toast = useToast();
  const mayChange = useMay('security:update');
  /** What the switch was just put to, until the company has it. */
  const [wanted, setWanted] = useState<boolean | null>(null);
  const change = useChange(DemandSecondFactorDocument, {
    onDone: async () => {
      await onChanged();
      toast.show({ title: frame('saved'), tone: 'good' });
    },
  });
  const want = (isWanted: boolean): void => {
    setWanted(isWanted);
    change.mutate({ isDemanded: isWanted }, { onSettled: () => setWanted(null) });
  };
  return (
    <Section title={t('title')} description={t('intro')}>
      {!mayChange && <p className="text-14">{t(isDemanded ? 'isOn' : 'isOff')}</p>}
      {mayChange && (
        <div className="grid max-w-md gap-4">
          {change.error && <FormFault error={change.error} />}
          <Switch
            label={t('demand')}
            hint={t(hasOwn ? 'help' : 'ownFirst')}
            checked={wanted ?? isDemanded}
            disabled={change.isPending || (!hasOwn && !isDemanded)}
            onCheckedChange={want}
          />
        </div>
      )}
    </Section>
  );
}
