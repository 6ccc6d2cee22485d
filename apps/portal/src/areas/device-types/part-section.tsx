'use client';

import type { ModelPart, TypeModel } from '@tenon/domain/device-types';
import { Button, DataTable, PlusIcon, Section, type Column } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useDensity } from '../../theme/density';
import { usePartRows, type PartRow } from './part-rows';

/** What may be done with the things of a part; absent where they are only read. */
export interface PartActs {
  add(part: ModelPart): void;
  edit(part: ModelPart, key: string): void;
  remove(part: ModelPart, key: string): void;
}

interface PartSectionProps {
  readonly model: TypeModel;
  readonly part: ModelPart;
  readonly headingLevel?: 2 | 3;
  readonly acts?: PartActs | undefined;
}

function RowActs({ row, part, acts }: { row: PartRow; part: ModelPart; acts: PartActs }) {
  const t = useTranslations('deviceTypes.part');
  return (
    <span className="inline-flex gap-1">
      <Button size="sm" variant="quiet" aria-label={t('editOf', { name: row.name })} onClick={() => acts.edit(part, row.key)}>
        {t('edit')}
      </Button>
      <Button size="sm" variant="quiet" aria-label={t('removeOf', { name: row.name })} onClick={() => acts.remove(part, row.key)}>
        {t('remove')}
      </Button>
    </span>
  );
}

function Name({ row: { key, name } }: { row: PartRow }) {
  return (
    <span className="grid">
      <span className="font-medium">{name}</span>
      {name !== key && <span className="font-mono text-12 break-all text-ink-3">{key}</span>}
    </span>
  );
}

function usePartColumns(part: ModelPart, acts: PartActs | undefined): Column<PartRow>[] {
  const t = useTranslations('deviceTypes.part');
  return useMemo(() => {
    const name: Column<PartRow> = { id: 'name', header: t('name'), isPrimary: true, width: '30%', cell: (row) => <Name row={row} /> };
    const type: Column<PartRow> = { id: 'type', header: t('type'), width: '25%', cell: (row) => row.type };
    const bounds: Column<PartRow> = { id: 'bounds', header: t('bounds'), cell: (row) => <span className="tabular-nums">{row.bounds}</span> };
    const shown = part === 'commands' ? [name, bounds] : [name, type, bounds];
    return acts ? [...shown, { id: 'act', header: t('act'), width: 1, cell: (row) => <RowActs row={row} part={part} acts={acts} /> }] : shown;
  }, [t, part, acts]);
}

/** One part of a model as a table. */
export function PartSection({ model, part, headingLevel = 2, acts }: PartSectionProps) {
  const t = useTranslations('deviceTypes');
  const { density } = useDensity();
  const rows = usePartRows(model, part);
  const columns = usePartColumns(part, acts);
  const add = acts && (
    <Button size="sm" icon={<PlusIcon size={16} />} onClick={() => acts.add(part)}>
      {t(`part.add.${part}`)}
    </Button>
  );
  return (
    <Section title={t(`parts.${part}`)} description={t(`partIntro.${part}`)} actions={add} headingLevel={headingLevel}>
      {rows.length === 0 ? (
        <p className="text-14 text-ink-2">{t(`partNone.${part}`)}</p>
      ) : (
        <DataTable caption={t(`parts.${part}`)} columns={columns} rows={rows} rowKey={({ key }) => key} density={density} phone="cards" maxHeight="none" />
      )}
    </Section>
  );
}
