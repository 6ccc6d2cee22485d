'use client';

import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { RolesDocument } from '../../generated/documents';
import { useBeyond } from './use-beyond';
import { useRoleWords } from './use-role-words';

/** Begins a new role with what another has, as far as the reader has it. */
export function RoleModel({ onChoose }: { onChoose: (permissions: readonly string[]) => void }) {
  const t = useTranslations('people.roleForm');
  const words = useRoleWords();
  const beyond = useBeyond();
  const roles = (useAnswer(RolesDocument, {}).data?.roles ?? []).filter(({ id }) => id !== 'owner');
  const choose = (id: string): void => {
    const permissions = roles.find((role) => role.id === id)?.permissions ?? [];
    const tooMuch = beyond(permissions);
    onChoose(permissions.filter((permission) => !tooMuch.includes(permission)));
  };
  return <SelectField label={t('from')} placeholder={t('fromNone')} onValueChange={choose} options={roles.map((role) => ({ value: role.id, label: words(role).name }))} />;
}
