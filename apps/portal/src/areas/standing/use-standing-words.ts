import { useTranslations } from 'next-intl';
import type { StandingFactsFragment } from '../../generated/documents';
import { placeKey } from './place-key';

/** Says in one sentence where a company stands, and for how long. */
export function useStandingWords(): (standing: Pick<StandingFactsFragment, 'state' | 'because' | 'next' | 'reason'>) => string {
  const t = useTranslations('standing.sentence');
  return ({ next, reason, ...place }) => t(placeKey(place), { days: next?.daysLeft ?? 0, reason: reason ?? '—' });
}
