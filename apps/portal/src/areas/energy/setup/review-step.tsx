'use client';

import { Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAnswer } from '../../../api/use-answer';
import { EmissionFactorsDocument } from '../../../generated/documents';
import { useMetricName } from '../../metrics/use-metric-name';
import { useLocalized } from '../../store/use-localized';
import { TariffStrip } from '../tariff-strip';
import { wholePrices, type EnergyDraft } from './energy-draft';

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-1 border-t border-line py-4 md:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-14 text-ink-3">{term}</dt>
      <dd className="max-w-2xl text-14">{children}</dd>
    </div>
  );
}

function useFactorName(draft: EnergyDraft): string {
  const t = useTranslations('energy.setup.review');
  const localized = useLocalized();
  const query = useAnswer(EmissionFactorsDocument, {}, { staleMs: Infinity });
  const factor = draft.isOwnFactor ? undefined : query.data?.emissionFactors.find(({ kgCo2PerKwh }) => kgCo2PerKwh === draft.factor);
  return factor ? localized(factor.name) : t('ownName');
}

/** Last step: all that was chosen, once more. */
export function ReviewStep({ draft }: { draft: EnergyDraft }) {
  const t = useTranslations('energy.setup.review');
  const how = useTranslations('energy.how');
  const nameOf = useMetricName();
  const factorName = useFactorName(draft);
  const prices = wholePrices(draft.prices);
  return (
    <div className="grid grid-cols-1 gap-4">
      <dl className="border-b border-line">
        <Line term={t('meters')}>
          <ul className="grid grid-cols-1 gap-1">
            {(draft.meters ?? []).map(({ id, deviceName, key }) => (
              <li key={id}>{how('meterLine', { machine: deviceName, metric: nameOf(key) })}</li>
            ))}
          </ul>
        </Line>
        <Line term={t('tariff')}>{prices && <TariffStrip day={draft.day} prices={prices} />}</Line>
        <Line term={t('factor')}>{t('factorLine', { value: String(draft.factor), name: factorName })}</Line>
        <Line term={t('timeZone')}>{draft.timeZone}</Line>
      </dl>
      <Callout>{t('next')}</Callout>
    </div>
  );
}
