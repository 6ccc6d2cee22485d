'use client';

import { RadioCards, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMayOffice } from './office-context';

/** Whether something may be changed during a look: asked of whoever may choose, and confirmed by the company's name. */
export function LookAccess({ mayWrite, onChange }: { mayWrite: boolean; onChange: (mayWrite: boolean) => void }) {
  const t = useTranslations('office.look');
  if (!useMayOffice('company:impersonate-write')) return null;
  return (
    <>
      <RadioCards
        legend={t('access')}
        name="access"
        value={mayWrite ? 'write' : 'read'}
        onValueChange={(value) => onChange(value === 'write')}
        options={[
          { value: 'read', label: t('read'), description: t('readHint') },
          { value: 'write', label: t('write'), description: t('writeHint') },
        ]}
      />
      {mayWrite && <TextField label={t('name')} hint={t('nameHint')} name="confirmName" autoComplete="off" required />}
    </>
  );
}
