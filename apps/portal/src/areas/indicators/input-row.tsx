'use client';

import { Button } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ReadableSeriesFragment } from '../../generated/documents';
import type { Subscription } from '../apps/use-subscription';
import { useMetricName } from '../metrics/use-metric-name';
import { useLocalized } from '../store/use-localized';

const SeriesDialog = dynamic(() => import('../apps/series-dialog').then(({ SeriesDialog: Choose }) => Choose), { ssr: false });

interface InputRowProps {
  readonly app: Subscription['app'];
  readonly input: Subscription['app']['inputs'][number];
  readonly chosen: ReadableSeriesFragment | null;
  readonly isMissing: boolean;
  onChoose(series: ReadableSeriesFragment): void;
}

function useFiguresOf({ app, input }: Pick<InputRowProps, 'app' | 'input'>): string {
  const localized = useLocalized();
  const locale = useLocale();
  const names = app.indicators.filter((indicator) => indicator.input === input.key).map(({ label }) => localized(label));
  return new Intl.ListFormat(locale).format(names);
}

/** One input of the app, and the metric it reads. */
export function InputRow({ app, input, chosen, isMissing, onChoose }: InputRowProps) {
  const t = useTranslations('indicators.setup');
  const series = useTranslations('apps.series');
  const localized = useLocalized();
  const nameOf = useMetricName();
  const figures = useFiguresOf({ app, input });
  const [isChoosing, setIsChoosing] = useState(false);
  const label = localized(input.label);
  return (
    <li className="grid items-center gap-x-8 gap-y-2 border-b border-line py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <span>
        <span className="block text-14 font-semibold">{label}</span>
        <span className="block text-13 text-ink-3">{t('used', { figures })}</span>
      </span>
      <span className="text-14">
        {chosen ? (
          <>
            <span className="font-medium">{nameOf(chosen.key)}</span>
            <span className="ml-2 text-13 text-ink-2">{chosen.deviceName}</span>
          </>
        ) : (
          <span className={isMissing ? 'text-danger' : 'text-ink-3'}>{series('notChosen')}</span>
        )}
      </span>
      <Button aria-label={`${chosen ? series('change') : series('choose')}: ${label}`} onClick={() => setIsChoosing(true)} className="justify-self-start">
        {chosen ? series('change') : series('choose')}
      </Button>
      {isChoosing && (
        <SeriesDialog
          title={series('for', { input: label })}
          chosenId={chosen?.id ?? null}
          isOpen
          onOpenChange={setIsChoosing}
          onChoose={(picked) => {
            setIsChoosing(false);
            onChoose(picked);
          }}
        />
      )}
    </li>
  );
}
