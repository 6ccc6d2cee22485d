'use client';

import { Button, Dialog, PasswordField, SelectField } from '@tenon/ui';
import { TENANT_ROLES } from '@tenon/domain/identity';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/use-change';
import { TransferOwnershipDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import type { MenuMember } from './shown';
import { usePeopleChanged } from './use-people-changed';
import { useRoleWords } from './use-role-words';

const FORM = 'transfer-ownership';

function OwnRole() {
  const t = useTranslations('people.transfer');
  const words = useRoleWords();
  const others = TENANT_ROLES.filter((role) => role !== 'owner').map((id) => ({ value: id, label: words({ id, name: null }).name }));
  return <SelectField label={t('own')} name="ownRoleId" defaultValue="admin" options={[...others, { value: 'owner', label: t('ownOwner') }]} />;
}

function Password({ isMissing, onType }: { isMissing: boolean; onType: () => void }) {
  const t = useTranslations('people.transfer');
  return (
    <PasswordField
      label={t('password')}
      hint={t('passwordHint')}
      name="password"
      autoComplete="current-password"
      required
      onChange={onType}
      showLabel={t('show')}
      hideLabel={t('hide')}
      error={isMissing ? t('passwordMissing') : undefined}
    />
  );
}

function useTransfer(member: MenuMember, onClose: () => void) {
  const t = useTranslations('people.transfer');
  const router = useRouter();
  const changed = usePeopleChanged();
  return useChange(TransferOwnershipDocument, {
    onDone: () => {
      changed(t('done', { name: member.name }));
      onClose();
      router.refresh();
    },
  });
}

/** Hands the company over, with the password of whoever does. */
export function TransferDialog({ member, onClose }: { member: MenuMember; onClose: () => void }) {
  const t = useTranslations('people.transfer');
  const frame = useTranslations('frame');
  const [isMissing, setIsMissing] = useState(false);
  const change = useTransfer(member, onClose);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const password = String(fields.get('password') ?? '');
    setIsMissing(password === '');
    if (password !== '') change.mutate({ input: { to: member.id, ownRoleId: String(fields.get('ownRoleId')), password } });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      role="alertdialog"
      title={t('title', { name: member.name })}
      description={t('body', { name: member.name })}
      closeLabel={frame('close')}
      footer={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button type="submit" form={FORM} variant="primary" isLoading={change.isPending} loadingLabel={t('pending')}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="grid grid-cols-1 gap-5">
        <FormFault error={change.error} />
        <OwnRole />
        <Password isMissing={isMissing} onType={() => setIsMissing(false)} />
      </form>
    </Dialog>
  );
}
