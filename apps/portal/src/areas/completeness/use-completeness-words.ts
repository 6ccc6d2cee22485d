import { formatDuration, numberText } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { MachineLineFragment } from '../../generated/documents';

/** Figures of completeness as people read them. */
export function useCompletenessWords() {
  const t = useTranslations('completeness');
  const locale = useLocale();
  const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale);
  const length = (ms: number): string => (ms === 0 ? '0' : ms < 1_000 ? t('milliseconds', { count: Math.round(ms) }) : formatDuration(ms, locale));
  return {
    t,
    /** A share; an em dash where nothing is expected. */
    share: (value: number | null) => (value === null ? '—' : share.format(value)),
    count: (value: number | null) => (value === null ? '—' : whole.format(value)),
    length,
    /** By how much a clock is off, and which way. */
    clock: (ms: number | null) => (ms === null ? '—' : Math.abs(ms) < 1_000 ? t('clock.right') : t(ms > 0 ? 'clock.behind' : 'clock.ahead', { length: length(Math.abs(ms)) })),
    /** How often a machine is expected, and where that is known from. */
    cadence: ({ basis, intervalMs }: Pick<MachineLineFragment, 'basis' | 'intervalMs'>) => t(`basis.${basis}`, { every: intervalMs === null || intervalMs === undefined ? '' : intervalMs < 1_000 ? t('milliseconds', { count: Math.round(intervalMs) }) : numberText(intervalMs / 1_000, { locale, unit: t('seconds') }) }),
  };
}
