'use client';

import { Button, Dialog, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/use-change';
import { CreateRoleDocument, UpdateRoleDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { PermissionFields } from './permission-fields';
import { RoleModel } from './role-model';
import type { ListedRole } from './shown';
import { usePeopleChanged } from './use-people-changed';

const FORM = 'own-role';

interface RoleDialogProps {
  /** Absent: a new one is made. */
  readonly role?: ListedRole;
  onClose(): void;
}

interface RoleInput {
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly string[];
}

function useSaveRole({ role, onClose }: RoleDialogProps) {
  const t = useTranslations('people.roleForm');
  const changed = usePeopleChanged();
  const done = (title: string): void => {
    changed(title);
    onClose();
  };
  const create = useChange(CreateRoleDocument, { onDone: (_result, { input }) => done(t('created', { name: input.name })) });
  const update = useChange(UpdateRoleDocument, { onDone: (_result, { input }) => done(t('saved', { name: input.name })) });
  return {
    save: (input: RoleInput) => (role ? update.mutate({ input: { ...input, permissions: [...input.permissions], id: role.id } }) : create.mutate({ input: { ...input, permissions: [...input.permissions] } })),
    isPending: create.isPending || update.isPending,
    error: create.error ?? update.error,
  };
}

function Footer({ isPending, onClose }: { isPending: boolean; onClose: () => void }) {
  const t = useTranslations('people.roleForm');
  const frame = useTranslations('frame');
  return (
    <>
      <Button onClick={onClose}>{frame('cancel')}</Button>
      <Button type="submit" form={FORM} variant="primary" isLoading={isPending}>
        {t('save')}
      </Button>
    </>
  );
}

/** What the form begins with. */
function wordsOf(role: ListedRole | undefined): RoleInput {
  return { name: role?.name ?? '', description: role?.description ?? '', permissions: role?.permissions ?? [] };
}

/** Makes a role of the company's own, or changes one. */
export function RoleDialog({ role, onClose }: RoleDialogProps) {
  const t = useTranslations('people.roleForm');
  const frame = useTranslations('frame');
  const former = wordsOf(role);
  const [chosen, setChosen] = useState<readonly string[]>(former.permissions);
  const [isMissing, setIsMissing] = useState(false);
  const { save, isPending, error } = useSaveRole({ role, onClose });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get('name') ?? '').trim();
    setIsMissing(name === '');
    if (name !== '') save({ name, description: String(fields.get('description') ?? '').trim(), permissions: chosen });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="lg"
      title={role ? t('editTitle', { name: former.name }) : t('createTitle')}
      description={role ? t('editBody') : undefined}
      closeLabel={frame('close')}
      footer={<Footer isPending={isPending} onClose={onClose} />}
    >
      <form id={FORM} onSubmit={submit} noValidate className="grid grid-cols-1 gap-5">
        <FormFault error={error} />
        <TextField label={t('name')} hint={t('nameHint')} name="name" defaultValue={former.name} maxLength={40} required error={isMissing ? t('nameMissing') : undefined} />
        <TextField label={t('description')} name="description" defaultValue={former.description} maxLength={200} />
        {!role && <RoleModel onChoose={setChosen} />}
        <PermissionFields chosen={chosen} onChange={setChosen} />
      </form>
    </Dialog>
  );
}
