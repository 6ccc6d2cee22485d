'use client';

import { Button, PageHeader, TextField } from '@tenon/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { answerKey } from '../../api/document';
import { useChange } from '../../api/use-change';
import { useToast } from '../../frame/toasts';
import { PublisherDocument, RegisterPublisherDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { useMay, useViewer } from '../../viewer/viewer-context';

const SHORTEST = 2;
const LONGEST = 60;

function NameForm() {
  const t = useTranslations('developer.register');
  const toast = useToast();
  const cache = useQueryClient();
  const { tenant } = useViewer();
  const mayRegister = useMay('publisher:create');
  const [isBad, setIsBad] = useState(false);
  const change = useChange(RegisterPublisherDocument, {
    onDone: ({ registerPublisher }) => {
      toast.show({ title: t('done', { name: registerPublisher.name }), tone: 'good' });
      cache.setQueryData(answerKey(PublisherDocument, {}), { publisher: registerPublisher });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    const isGood = name.length >= SHORTEST && name.length <= LONGEST;
    setIsBad(!isGood);
    if (isGood && !change.isPending) change.mutate({ input: { name } });
  };
  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 content-start gap-5">
      <FormFault error={change.error} />
      <TextField label={t('name')} hint={t('nameHint')} name="name" defaultValue={tenant.name} required maxLength={LONGEST} autoComplete="organization" error={isBad ? t('nameMissing') : undefined} />
      <Button type="submit" variant="primary" size="lg" isLoading={change.isPending} loadingLabel={t('pending')} disabled={!mayRegister} className="justify-self-start">
        {t('submit')}
      </Button>
      {!mayRegister && <p className="text-13 text-ink-3">{t('mayNot')}</p>}
    </form>
  );
}

/** The company does not publish yet: what it takes, and the form. */
export function RegisterPublisher() {
  const t = useTranslations('developer.register');
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader title={t('title')} answer={t('answer')} />
      <div className="grid max-w-4xl gap-x-12 gap-y-8 border-t border-ink pt-6 md:grid-cols-2">
        <div className="grid grid-cols-1 content-start gap-4">
          <p className="text-14 text-ink-2">{t('body')}</p>
          <ol className="border-t border-line">
            {(['step1', 'step2', 'step3'] as const).map((step, index) => (
              <li key={step} className="flex gap-4 border-b border-line py-3 text-14">
                <span className="tn-num font-semibold text-accent-text">{index + 1}</span>
                {t(step)}
              </li>
            ))}
          </ol>
        </div>
        <NameForm />
      </div>
    </div>
  );
}
