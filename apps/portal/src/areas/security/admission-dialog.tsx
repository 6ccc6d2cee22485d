'use client';

import { Checkbox, SelectField, Skeleton, TextField, type SelectOption } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../frame/form-dialog';
import { AdmitBySsoDocument, RolesDocument } from '../../generated/documents';
import { FormFault } from '../apps/form-fault';
import { useRoleWords } from '../people/use-role-words';
import { textOf } from './own-password-field';
import { RuleFields, type DraftRule } from './rule-fields';
import type { SsoAdmission } from './sso-connection';

interface AdmissionDialogProps {
  readonly admission: SsoAdmission | null;
  /** What the provider is asked for, on which it depends which claims it tells. */
  readonly scopes: readonly string[];
  onDone(): void;
  onClose(): void;
}

interface WhoProps extends Pick<AdmissionDialogProps, 'admission' | 'scopes'> {
  readonly options: readonly SelectOption[];
  readonly rules: readonly DraftRule[];
  onRules(rules: readonly DraftRule[]): void;
}

/** As what people come in. */
function AsWhat({ admission, scopes, options, rules, onRules }: WhoProps) {
  const t = useTranslations('security.sso.admission');
  return (
    <>
      <SelectField label={t('role')} name="role" options={options} defaultValue={admission?.role.id ?? 'viewer'} />
      <TextField label={t('claim')} hint={t('claimHint', { scopes: scopes.join(' ') })} name="claim" defaultValue={admission?.claim ?? ''} autoComplete="off" spellCheck={false} />
      <RuleFields rules={rules} options={options} onChange={onRules} />
    </>
  );
}

/** An owner says who comes in by single sign-on without an invitation, and as what. */
export function AdmissionDialog({ admission, scopes, onDone, onClose }: AdmissionDialogProps) {
  const t = useTranslations('security.sso.admission');
  const words = useRoleWords();
  const roles = useAnswer(RolesDocument, {});
  const [isOpen, setIsOpen] = useState(admission !== null);
  const [rules, setRules] = useState<readonly DraftRule[]>(() => (admission?.rules ?? []).map(({ value, role }, key) => ({ key, value, roleId: role.id })));
  const change = useChange(AdmitBySsoDocument, { onDone });
  const options = (roles.data?.roles ?? []).filter(({ id }) => id !== 'owner').map((role) => ({ value: role.id, label: words(role).name }));
  const send = (form: HTMLFormElement): void => {
    const input = isOpen ? { roleId: textOf(form, 'role'), claim: textOf(form, 'claim').trim() || null, rules: rules.map(({ value, roleId }) => ({ value, roleId })) } : null;
    change.mutate({ input });
  };
  return (
    <FormDialog title={t('dialogTitle')} body={t('dialogBody')} isPending={change.isPending} onSend={send} onClose={onClose}>
      <FormFault error={change.error ?? roles.error} />
      <Checkbox label={t('let')} checked={isOpen} onCheckedChange={setIsOpen} />
      {isOpen && (roles.data ? <AsWhat admission={admission} scopes={scopes} options={options} rules={rules} onRules={setRules} /> : <Skeleton lines={3} />)}
    </FormDialog>
  );
}
