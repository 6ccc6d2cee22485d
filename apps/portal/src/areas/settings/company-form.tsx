'use client';

import { Button, FormError, SelectField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useMemo, useState, type FormEvent } from 'react';
import { useChange } from '../../api/use-change';
import { useErrorWords } from '../../errors/use-error-words';
import { useToast } from '../../frame/toasts';
import { UpdateCompanyDocument } from '../../generated/documents';
import { useMay, useViewer } from '../../viewer/viewer-context';
import { SilentAfterField } from './silent-after-field';
import { timeZones } from './time-zones';

/** The company's name, its site's time zone, and when its machines count as silent. */
export function CompanyForm() {
  const t = useTranslations('settings.company');
  const frame = useTranslations('frame');
  const words = useErrorWords();
  const toast = useToast();
  const router = useRouter();
  const { tenant } = useViewer();
  const mayUpdate = useMay('tenant:update');
  const zones = useMemo(() => timeZones(tenant.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })), [tenant.timeZone]);
  const [isMissing, setIsMissing] = useState(false);
  const [silentAfterMinutes, setSilentAfterMinutes] = useState<number | null>(tenant.silentAfterMinutes);
  const change = useChange(UpdateCompanyDocument, {
    onDone: () => {
      toast.show({ title: frame('saved'), tone: 'good' });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name) change.mutate({ input: { name, timeZone: String(fields.get('timeZone')), silentAfterMinutes } });
  };
  const fault = change.error ? words(change.error) : null;
  return (
    <form onSubmit={submit} noValidate className="grid max-w-md gap-5">
      {fault && (
        <FormError title={fault.what} code={fault.code}>
          {fault.next}
        </FormError>
      )}
      <TextField
        label={t('name')}
        name="name"
        defaultValue={tenant.name}
        required
        maxLength={120}
        autoComplete="organization"
        disabled={!mayUpdate}
        error={isMissing ? t('nameMissing') : undefined}
      />
      <SelectField label={t('timeZone')} hint={t('timeZoneHint')} name="timeZone" defaultValue={tenant.timeZone} options={zones} disabled={!mayUpdate} />
      <SilentAfterField value={silentAfterMinutes} onValueChange={setSilentAfterMinutes} disabled={!mayUpdate} />
      <Button type="submit" variant="primary" isLoading={change.isPending} disabled={!mayUpdate} className="justify-self-start">
        {frame('save')}
      </Button>
    </form>
  );
}
