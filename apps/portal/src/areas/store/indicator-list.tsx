'use client';

import { useTranslations } from 'next-intl';
import type { StoreAppQuery } from '../../generated/documents';
import { useLocalized } from './use-localized';

type App = Pick<StoreAppQuery['app'], 'indicators' | 'inputs'>;

/** The daily figures an app of indicators shows, and from what each is made. */
export function IndicatorList({ app: { indicators, inputs } }: { app: App }) {
  const t = useTranslations('store');
  const localized = useLocalized();
  const labelOf = new Map(inputs.map(({ key, label }) => [key, localized(label)]));
  return (
    <ul className="border-t border-line">
      {indicators.map(({ key, label, input, aggregate, unit }) => (
        <li key={key} className="grid gap-x-4 border-b border-line py-2.5 text-14 sm:grid-cols-[1fr_auto]">
          <span className="font-medium">
            {localized(label)}
            {unit && <span className="font-normal text-ink-3">{`\u2009${unit}`}</span>}
          </span>
          <span className="text-13 text-ink-2">
            {t(`aggregate.${aggregate}`)} · {t('indicator', { input: labelOf.get(input) ?? input })}
          </span>
        </li>
      ))}
    </ul>
  );
}
