'use client';

import { Button, IconButton, SelectField, TextField, CloseIcon, type SelectOption } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** A rule while it is written. */
export interface DraftRule {
  readonly key: number;
  readonly value: string;
  readonly roleId: string;
}

interface RuleFieldsProps {
  readonly rules: readonly DraftRule[];
  readonly options: readonly SelectOption[];
  onChange(rules: readonly DraftRule[]): void;
}

/** Which value of the claim gives which role, in the order in which they are asked. */
export function RuleFields({ rules, options, onChange }: RuleFieldsProps) {
  const t = useTranslations('security.sso.admission');
  const put = (key: number, change: Partial<DraftRule>): void => onChange(rules.map((rule) => (rule.key === key ? { ...rule, ...change } : rule)));
  const add = (): void => onChange([...rules, { key: Math.max(-1, ...rules.map(({ key }) => key)) + 1, value: '', roleId: 'viewer' }]);
  return (
    <fieldset className="grid gap-3">
      <legend className="text-14 font-semibold">{t('rules')}</legend>
      <p className="text-13 text-ink-3">{t('rulesHint')}</p>
      {rules.map(({ key, value, roleId }, at) => (
        <div key={key} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
          <TextField label={t('value', { number: at + 1 })} value={value} onChange={(event) => put(key, { value: event.target.value })} autoComplete="off" />
          <SelectField label={t('roleOf', { number: at + 1 })} options={options} value={roleId} onValueChange={(id) => put(key, { roleId: id })} />
          <IconButton icon={<CloseIcon size={16} />} label={t('drop', { number: at + 1 })} onClick={() => onChange(rules.filter((rule) => rule.key !== key))} />
        </div>
      ))}
      <Button onClick={add} className="justify-self-start">
        {t('add')}
      </Button>
    </fieldset>
  );
}
