'use client';

import { DataTable, Money, Num, Section, type Column } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { TariffBand } from '../../../generated/documents';
import { useDensity } from '../../../theme/density';
import { BandHours } from '../band-hours';
import { BandSwatch } from '../band-swatch';
import { BANDS, type TariffDay, type TariffPrices } from '../tariff-day';
import type { EnergyReport } from './energy-answer';

interface BandRow {
  readonly key: TariffBand | 'total';
  readonly energyKwh: number;
  readonly costMinor: number;
  readonly share: number;
  readonly price: number | null;
}

function rowsOf(report: EnergyReport, prices: TariffPrices | null): BandRow[] {
  const rows = BANDS.map((band): BandRow => {
    const amounts = report.bands.find((each) => each.band === band);
    return { key: band, energyKwh: amounts?.energyKwh ?? 0, costMinor: amounts?.costMinor ?? 0, share: amounts?.share ?? 0, price: prices?.[band] ?? null };
  });
  const { energyKwh, costMinor } = report.totals;
  const total: BandRow = { key: 'total', energyKwh, costMinor, share: energyKwh > 0 ? 1 : 0, price: energyKwh > 0 ? costMinor / 100 / energyKwh : null };
  return [...rows, total];
}

function Name({ band, day }: { band: BandRow['key']; day: TariffDay | null }) {
  const t = useTranslations('energy');
  if (band === 'total') return <strong className="font-semibold">{t('tariff.total')}</strong>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <BandSwatch band={band} />
      <span className="font-medium">{t(`bands.${band}`)}</span>
      {day && <BandHours day={day} band={band} />}
    </span>
  );
}

function Share({ row, locale }: { row: BandRow; locale: string }) {
  return (
    <span className="inline-flex items-center justify-end gap-3">
      {row.key !== 'total' && (
        <span aria-hidden="true" className="h-1.5 w-24 overflow-hidden bg-line max-md:hidden">
          <span className="block h-full bg-ink-2" style={{ width: `${row.share * 100}%` }} />
        </span>
      )}
      <Num value={row.share} style="percent" precision={1} locale={locale} />
    </span>
  );
}

function useColumns(day: TariffDay | null): Column<BandRow>[] {
  const t = useTranslations('energy.tariff');
  const locale = useLocale();
  return [
    { id: 'band', header: t('band'), isPrimary: true, cell: ({ key }) => <Name band={key} day={day} /> },
    { id: 'energy', header: t('energy'), isNumeric: true, cell: ({ energyKwh }) => <Num value={energyKwh} precision={2} locale={locale} /> },
    { id: 'share', header: t('share'), isNumeric: true, cell: (row) => <Share row={row} locale={locale} /> },
    { id: 'cost', header: t('cost'), isNumeric: true, cell: ({ costMinor }) => <Money amountMinor={Math.round(costMinor)} currency="CNY" locale={locale} /> },
    { id: 'price', header: t('price'), isNumeric: true, cell: ({ price }) => <Num value={price} precision={4} locale={locale} /> },
  ];
}

interface BandTableProps {
  readonly report: EnergyReport;
  readonly day: TariffDay | null;
  readonly prices: TariffPrices | null;
}

/** Energy, share and cost of each tariff band. */
export function BandTable({ report, day, prices }: BandTableProps) {
  const t = useTranslations('energy.tariff');
  const { density } = useDensity();
  const columns = useColumns(day);
  return (
    <Section title={t('title')}>
      <DataTable caption={t('caption')} columns={columns} rows={rowsOf(report, prices)} rowKey={({ key }) => key} density={density} />
    </Section>
  );
}
