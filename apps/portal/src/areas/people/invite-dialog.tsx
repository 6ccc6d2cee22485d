'use client';

import { Button, Dialog, RadioCards, TextField } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/use-change';
import { InvitePersonDocument, type Language } from '../../generated/documents';
import { LOCALES, type Locale } from '../../i18n/locale';
import { FormFault } from '../apps/form-fault';
import { RoleChoice } from './role-choice';
import { usePeopleChanged } from './use-people-changed';

const FORM = 'invite-person';
const LANGUAGE_OF: Readonly<Record<Locale, Language>> = { 'zh-CN': 'ZH', en: 'EN' };

interface LanguageChoiceProps {
  readonly value: Locale;
  onValueChange(locale: Locale): void;
}

function MailLanguage({ value, onValueChange }: LanguageChoiceProps) {
  const t = useTranslations('people.invite');
  const names = useTranslations('frame.language.name');
  return <RadioCards<Locale> legend={t('language')} name="language" columns={2} value={value} onValueChange={onValueChange} options={LOCALES.map((locale) => ({ value: locale, label: names(locale) }))} />;
}

function useInvite(onClose: () => void) {
  const t = useTranslations('people.invite');
  const changed = usePeopleChanged();
  return useChange(InvitePersonDocument, {
    onDone: ({ invitePerson }) => {
      changed(t('done', { email: invitePerson.email }));
      onClose();
    },
  });
}

/** Asks somebody by mail to join. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('people.invite');
  const frame = useTranslations('frame');
  const [roleId, setRoleId] = useState('viewer');
  const [language, setLanguage] = useState(useLocale());
  const [isMissing, setIsMissing] = useState(false);
  const change = useInvite(onClose);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
    setIsMissing(email === '');
    if (email !== '') change.mutate({ input: { email, roleId, language: LANGUAGE_OF[language] } });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title')}
      description={t('body')}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" isLoading={change.isPending} loadingLabel={t('pending')}>
            {t('send')}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="grid grid-cols-1 gap-5">
        <FormFault error={change.error} />
        <TextField label={t('email')} name="email" type="email" inputMode="email" autoComplete="off" required error={isMissing ? t('emailMissing') : undefined} />
        <RoleChoice legend={t('role')} value={roleId} onValueChange={setRoleId} />
        <MailLanguage value={language} onValueChange={setLanguage} />
      </form>
    </Dialog>
  );
}
