'use client';

import { NumberField } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** As the api has it: five minutes to a week. */
const LEAST = 5;
const MOST = 10_080;

interface SilentAfterFieldProps {
  readonly value: number | null;
  readonly disabled: boolean;
  onValueChange(minutes: number | null): void;
}

/** After how many minutes without data people are told of a machine. */
export function SilentAfterField(props: SilentAfterFieldProps) {
  const t = useTranslations('settings.company');
  return <NumberField {...props} label={t('silentAfter')} hint={t('silentAfterHint')} unit={t('minutes')} min={LEAST} max={MOST} precision={0} />;
}
