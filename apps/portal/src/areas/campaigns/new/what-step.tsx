'use client';

import { Callout, RadioCards, SelectField, TextAreaField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../../api/use-answer';
import { Failure } from '../../../errors/failure';
import { Link } from '../../../frame/link';
import { ReadyPackagesDocument } from '../../../generated/documents';
import { broughtOf, type Draft } from './draft';

interface WhatStepProps {
  readonly draft: Draft;
  onChange(part: Partial<Draft>): void;
}

/** What a campaign is called, and what it brings. */
export function WhatStep({ draft, onChange }: WhatStepProps) {
  const t = useTranslations('campaigns.new');
  const isUnreadable = draft.what === 'values' && draft.values.trim() !== '' && broughtOf(draft) === undefined;
  return (
    <div className="grid max-w-xl gap-5">
      <TextField label={t('name')} hint={t('nameHint')} value={draft.name} maxLength={100} autoComplete="off" onChange={({ currentTarget }) => onChange({ name: currentTarget.value })} />
      <RadioCards
        legend={t('what')}
        name="what"
        value={draft.what}
        onValueChange={(what) => onChange({ what })}
        options={[
          { value: 'package', label: t('package'), description: t('packageNote') },
          { value: 'values', label: t('values'), description: t('valuesNote') },
        ]}
      />
      {draft.what === 'package' ? (
        <PackageChoice draft={draft} onChange={onChange} />
      ) : (
        <TextAreaField label={t('json')} hint={t('jsonHint')} error={isUnreadable ? t('jsonFault') : undefined} isMono rows={6} spellCheck={false} value={draft.values} onChange={({ currentTarget }) => onChange({ values: currentTarget.value })} />
      )}
    </div>
  );
}

function PackageChoice({ draft, onChange }: WhatStepProps) {
  const t = useTranslations('campaigns');
  const { data, error, refetch, isFetching } = useAnswer(ReadyPackagesDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} isRetrying={isFetching} headingLevel={3} />;
  const options = data?.otaPackages.nodes.map(({ id, kind, title, version }) => ({ value: id, label: t('brings', { kind: t(`kind.${kind}`), title, version }) })) ?? [];
  if (data && options.length === 0) {
    return (
      <Callout title={t('new.noPackages')}>
        <Link href="/machines/packages" className="inline-flex min-h-6 items-center underline underline-offset-4">
          {t('new.toPackages')}
        </Link>
      </Callout>
    );
  }
  return <SelectField label={t('new.choosePackage')} value={draft.packageId} placeholder={t('new.choose')} options={options} onValueChange={(packageId) => onChange({ packageId })} />;
}
