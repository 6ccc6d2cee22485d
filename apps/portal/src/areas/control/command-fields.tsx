'use client';

import { Checkbox, SelectField, TextAreaField, TextField } from '@tenon/ui';
import type { TypeCommand } from '@tenon/domain/device-types';
import { useTranslations } from 'next-intl';
import { paramsTemplate } from './typed-commands';
import { WAIT_NAMES } from './waits';

interface CommandFieldsProps {
  /** Of the machine's type; null for one to be written. */
  readonly command: TypeCommand | null;
  readonly missing: 'method' | 'params' | null;
}

/** What is to be done, with what, for how long it waits, and whether the machine is to answer. */
export function CommandFields({ command, missing }: CommandFieldsProps) {
  const t = useTranslations('control.send');
  return (
    <>
      {command ? (
        <input type="hidden" name="method" value={command.key} />
      ) : (
        <TextField label={t('method')} hint={t('methodHint')} name="method" required maxLength={128} spellCheck={false} autoCapitalize="off" className="font-mono" error={missing === 'method' ? t('methodMissing') : undefined} />
      )}
      {(!command || command.parameters.length > 0) && (
        <TextAreaField
          label={t('params')}
          hint={t('paramsHint')}
          name="params"
          rows={4}
          isMono
          spellCheck={false}
          placeholder={'{"speed": 3}'}
          defaultValue={command ? paramsTemplate(command) : ''}
          error={missing === 'params' ? t('paramsFault') : undefined}
        />
      )}
      <SelectField label={t('wait')} hint={t('waitHint')} name="wait" defaultValue="hour" options={WAIT_NAMES.map((value) => ({ value, label: t(`waits.${value}`) }))} />
      <Checkbox label={t('expectsAnswer')} name="expectsAnswer" defaultChecked={command?.isAnswered ?? true} />
    </>
  );
}
