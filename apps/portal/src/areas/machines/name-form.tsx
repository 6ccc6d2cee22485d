'use client';

import { Button, FormError, TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/use-change';
import { useErrorWords } from '../../errors/use-error-words';
import { CreateMachineDocument, type CreateMachineMutation } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';

interface NameFormProps {
  onCreated(created: CreateMachineMutation['createDevice']): void;
}

/** The first step: the machine gets its name, and with it a token. */
export function NameForm({ onCreated }: NameFormProps) {
  const t = useTranslations('machines.new');
  const words = useErrorWords();
  const cache = useQueryClient();
  const mayCreate = useMay('device:create');
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(CreateMachineDocument, {
    onDone: ({ createDevice }) => {
      void cache.invalidateQueries({ queryKey: ['Machines'] });
      void cache.invalidateQueries({ queryKey: ['Home'] });
      onCreated(createDevice);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name && !change.isPending) change.mutate({ input: { name } });
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
        hint={t('nameHint')}
        name="name"
        required
        maxLength={80}
        autoFocus
        autoComplete="off"
        placeholder={t('nameExample')}
        error={isMissing ? t('nameMissing') : undefined}
      />
      <Button type="submit" variant="primary" size="lg" isLoading={change.isPending} loadingLabel={t('creating')} disabled={!mayCreate} className="justify-self-start">
        {t('create')}
      </Button>
    </form>
  );
}
