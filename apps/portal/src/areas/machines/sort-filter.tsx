'use client';

import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { usePages } from '../../api/use-pages';
import { DeviceTypesDocument, TagsDocument } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { useAllPages } from '../device-types/use-all-pages';
import { NONE } from './machine-query';
import type { useMachineSearch } from './use-machine-search';

function TypeFilter({ value, onChange }: { value: string; onChange(value: string): void }) {
  const t = useTranslations('plant.filter');
  const types = usePages(DeviceTypesDocument, { first: 100, search: null }, ({ deviceTypes }) => deviceTypes);
  useAllPages(types);
  const options = types.nodes.map(({ id, name }) => ({ value: id, label: name }));
  if (options.length === 0 && value === '') return null;
  return <SelectField label={t('type')} isLabelHidden value={value} onValueChange={onChange} options={[{ value: '', label: t('anyType') }, { value: NONE, label: t('noType') }, ...options]} fieldClassName="w-32 max-sm:w-[calc(50%-6px)]" />;
}

/** What machines are, and by which words they are sorted: keeps those of one type, or with one tag. Nothing where there is neither. */
export function SortFilter({ search: { type, tag, narrow } }: { search: ReturnType<typeof useMachineSearch> }) {
  const t = useTranslations('plant.filter');
  const mayLook = useMay('device-type:read');
  const { data } = useAnswer(TagsDocument, {});
  const tags = data?.tags.map(({ id, name }) => ({ value: id, label: `#${name}` })) ?? [];
  return (
    <>
      {mayLook && <TypeFilter value={type} onChange={(next) => narrow({ type: next })} />}
      {(tags.length > 0 || tag !== '') && (
        <SelectField label={t('tag')} isLabelHidden value={tag} onValueChange={(next) => narrow({ tag: next })} options={[{ value: '', label: t('anyTag') }, ...tags]} fieldClassName="w-32 max-sm:w-[calc(50%-6px)]" />
      )}
    </>
  );
}
