'use client';

import { Button, LinkButton, PageHeader, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../../frame/link';
import { useState } from 'react';
import { useToast } from '../../../frame/toasts';
import { FormFault } from '../../apps/form-fault';
import { useMay } from '../../../viewer/viewer-context';
import type { Subscription } from '../../apps/use-subscription';
import { useLocalized } from '../../store/use-localized';
import { DraftStep } from './draft-step';
import { DRAFT_PARTS, isPartWhole } from './energy-draft';
import { useEnergyDraft } from './use-energy-draft';

/** Everything the set-up asked, on one page, to change. */
export function ChangeSettings({ subscription }: { subscription: Subscription }) {
  const t = useTranslations('energy.setup');
  const toast = useToast();
  const localized = useLocalized();
  const mayUpdate = useMay('subscription:update');
  const [isChecked, setIsChecked] = useState(false);
  const state = useEnergyDraft(subscription, { onDone: () => toast.show({ title: t('saved'), tone: 'good' }) });
  const save = (): void => {
    setIsChecked(true);
    if (DRAFT_PARTS.every((part) => isPartWhole(state.draft, part))) state.send();
  };
  return (
    <div className="grid grid-cols-1 max-w-5xl gap-10">
      <PageHeader title={t('editTitle', { app: localized(subscription.app.name) })} answer={t('editAnswer')} />
      {DRAFT_PARTS.map((part) => (
        <Section key={part} title={t(`${part}.title`)} description={t(`${part}.body`)}>
          <DraftStep part={part} state={state} isChecked={isChecked} />
        </Section>
      ))}
      <div className="grid grid-cols-1 gap-4 border-t border-line pt-4">
        <FormFault error={state.error} kept={t('notSaved')} />
        <div className="flex flex-wrap items-center gap-3 max-md:flex-col-reverse max-md:items-stretch">
          <Button variant="primary" size="lg" onClick={save} isLoading={state.isSending} loadingLabel={t('saving')} disabled={!mayUpdate}>
            {t('save')}
          </Button>
          <LinkButton asChild size="lg">
            <Link href={`/apps/${subscription.id}`}>{t('cancel')}</Link>
          </LinkButton>
          {!mayUpdate && <p className="text-13 text-ink-3">{t('mayNot')}</p>}
        </div>
      </div>
    </div>
  );
}
