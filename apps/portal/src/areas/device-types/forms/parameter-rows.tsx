'use client';

import type { TypeParameter } from '@tenon/domain/device-types';
import { Button, Checkbox, IconButton, PlusIcon, TextField, TrashIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useWords } from '../use-words';
import { ofKind, PLAIN_TYPE, type FieldsProps } from './item';
import { ValueTypeFields } from './value-type-fields';

interface Row extends FieldsProps<TypeParameter> {
  remove(): void;
}

function ParameterRow({ item, change, errorOf, remove }: Row) {
  const t = useTranslations('deviceTypes.form');
  const wordsOf = useWords();
  const { key, name, isRequired } = item;
  return (
    <li className="grid gap-4 border-t border-line py-4">
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField label={t('parameterKey')} value={key} onChange={(event) => change({ key: event.currentTarget.value })} maxLength={128} isMono autoComplete="off" error={errorOf('key')} />
        <TextField label={t('parameterZh')} value={name.zh} onChange={(event) => change({ name: { ...name, zh: event.currentTarget.value } })} maxLength={80} autoComplete="off" />
        <TextField label={t('parameterEn')} value={name.en} onChange={(event) => change({ name: { ...name, en: event.currentTarget.value } })} maxLength={80} autoComplete="off" />
      </div>
      <ValueTypeFields item={item} change={change} errorOf={errorOf} chooseKind={(kind) => change(ofKind(item, kind))} />
      <div className="flex items-center justify-between gap-4">
        <Checkbox label={t('required')} checked={isRequired} onCheckedChange={(isChecked) => change({ isRequired: isChecked })} />
        <IconButton type="button" label={t('removeParameter', { name: wordsOf(name, key) })} icon={<TrashIcon size={16} />} onClick={remove} />
      </div>
    </li>
  );
}

interface ParameterRowsProps {
  readonly parameters: readonly TypeParameter[];
  change(parameters: readonly TypeParameter[]): void;
  errorOf(field: string): string | undefined;
}

/** What a command is given, or an event tells. */
export function ParameterRows({ parameters, change, errorOf }: ParameterRowsProps) {
  const t = useTranslations('deviceTypes.form');
  const blank: TypeParameter = { key: '', name: { zh: '', en: '' }, ...PLAIN_TYPE, isRequired: true };
  return (
    <fieldset className="grid gap-2">
      <legend className="text-13 font-medium">{t('parameters')}</legend>
      <ul>
        {parameters.map((parameter, index) => (
          <ParameterRow
            // Parameters are told apart by their place while their keys are being typed.
            key={`${index} of ${parameters.length}`}
            item={parameter}
            change={(part) => change(parameters.map((one, place) => (place === index ? { ...one, ...part } : one)))}
            errorOf={(field) => errorOf(`parameters/${index}/${field}`)}
            remove={() => change(parameters.filter((_, place) => place !== index))}
          />
        ))}
      </ul>
      <Button type="button" size="sm" icon={<PlusIcon size={16} />} className="justify-self-start" onClick={() => change([...parameters, blank])}>
        {t('addParameter')}
      </Button>
    </fieldset>
  );
}
