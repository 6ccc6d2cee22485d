'use client';

import { useTranslations } from 'next-intl';
import type { MoveFactsFragment } from '../../generated/documents';
import { usePlanWords } from '../plan/use-plan-words';
import { placeKey } from './place-key';

/** How a company came to where it stands, newest first. */
export function MoveList({ moves }: { moves: readonly MoveFactsFragment[] }) {
  const t = useTranslations('standing');
  const words = usePlanWords();
  return (
    <ol className="divide-y divide-line text-14">
      {moves.map(({ number, cause, to, because, on, reason }) => (
        <li key={number} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-2">
          <span className="tn-num w-32 flex-none text-ink-3">{words.day(on)}</span>
          <span className="min-w-0 flex-1">
            {t(`cause.${cause}`)}
            {reason && <span className="text-ink-2">{t('because', { reason })}</span>}
          </span>
          <span className="text-ink-2">{t(`place.${placeKey({ state: to, because: because ?? null })}`)}</span>
        </li>
      ))}
    </ol>
  );
}
