'use client';

import { judgeValue, type TypeMetric } from '@tenon/domain/device-types';
import { WarningIcon } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** Says what of a value is not as its type has it: by a sign, and in words for those who hear it or point at it. */
export function TypeMark({ metric, value }: { metric: TypeMetric; value: unknown }) {
  const t = useTranslations('machines.type');
  const verdict = judgeValue(metric, value);
  if (verdict === 'fits') return null;
  const unit = metric.unit ? `\u2009${metric.unit}` : '';
  const words = {
    above: () => t('above', { bound: `${metric.range?.max ?? ''}${unit}` }),
    below: () => t('below', { bound: `${metric.range?.min ?? ''}${unit}` }),
    'not-listed': () => t('notListed'),
    'other-kind': () => t('otherKind'),
  }[verdict]();
  return (
    <span title={words} className="ml-1 inline-flex items-center text-caution">
      <WarningIcon size={14} />
      <span className="sr-only">{words}</span>
    </span>
  );
}
