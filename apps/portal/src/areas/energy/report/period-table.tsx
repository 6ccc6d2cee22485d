'use client';

import type { Period } from '@tenon/domain/energy';
import { Button, DataTable, DownloadIcon, Money, Num, Section, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useChosenColumns } from '../../../frame/column-menu';
import { useDensity } from '../../../theme/density';
import { csvOf, saveFile } from '../../apps/csv';
import type { PeriodRow } from './energy-periods';
import { usePeriodLabel } from './use-period-label';

interface PeriodTableProps {
  readonly rows: readonly PeriodRow[];
  readonly period: Period;
}

function useColumns(period: Period): Column<PeriodRow>[] {
  const t = useTranslations('energy.table');
  const locale = useLocale();
  const label = usePeriodLabel(period);
  const energy = (id: 'energy' | 'peak' | 'flat' | 'valley', name: 'energyKwh' | 'peakKwh' | 'flatKwh' | 'valleyKwh'): Column<PeriodRow> => ({
    id,
    header: t(id),
    isNumeric: true,
    sortValue: (row) => row[name],
    cell: (row) => <Num value={row[name]} precision={1} locale={locale} />,
  });
  return [
    { id: 'start', header: t('start', { period }), isPrimary: true, sortValue: ({ startOn }) => startOn, cell: (row) => <span className="tn-num">{label.whole(row)}</span> },
    energy('energy', 'energyKwh'),
    energy('peak', 'peakKwh'),
    energy('flat', 'flatKwh'),
    energy('valley', 'valleyKwh'),
    { id: 'cost', header: t('cost'), isNumeric: true, sortValue: ({ costMinor }) => costMinor, cell: ({ costMinor }) => <Money amountMinor={Math.round(costMinor)} currency="CNY" locale={locale} /> },
    { id: 'carbon', header: t('carbon'), isNumeric: true, sortValue: ({ carbonKg }) => carbonKg, cell: ({ carbonKg }) => <Num value={carbonKg} precision={1} locale={locale} /> },
  ];
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

function useExport({ rows, period }: PeriodTableProps): () => void {
  const t = useTranslations('energy.csv');
  return () => {
    const header = [t('from'), t('to'), t('energy'), t('peak'), t('flat'), t('valley'), t('cost'), t('carbon')];
    const lines = rows.map((row) => [
      row.startOn,
      row.endOn,
      ...[row.energyKwh, row.peakKwh, row.flatKwh, row.valleyKwh].map((kwh) => rounded(kwh, 3)),
      rounded(row.costMinor / 100, 2),
      rounded(row.carbonKg, 3),
    ]);
    saveFile(`energy-${rows[0]?.startOn ?? ''}-${rows.at(-1)?.endOn ?? ''}-${period}.csv`, csvOf(header, lines));
  };
}

/** Every period with all its figures, to sort and to take away. */
export function PeriodTable(props: PeriodTableProps) {
  const t = useTranslations('energy.table');
  const apps = useTranslations('apps');
  const { density } = useDensity();
  const { columns, menu } = useChosenColumns('energy-periods', useColumns(props.period));
  const take = useExport(props);
  return (
    <Section
      title={t('title', { period: props.period })}
      actions={
        <>
          {menu}
          <Button size="sm" icon={<DownloadIcon size={16} />} onClick={take}>
            {apps('export')}
          </Button>
        </>
      }
    >
      <DataTable
        caption={t('title', { period: props.period })}
        columns={columns}
        rows={props.rows}
        rowKey={({ startOn }) => startOn}
        defaultSort={{ columnId: 'start', direction: 'descending' }}
        density={density}
        phone="scroll"
        maxHeight="40rem"
      />
    </Section>
  );
}
