'use client';

import type { ModelPart, TypeModel } from '@tenon/domain/device-types';
import { useTranslations } from 'next-intl';
import { ConfirmChange } from '../../frame/confirm-change';
import type { WholeTypeFragment } from '../../generated/documents';
import { useMetricName } from '../metrics/use-metric-name';
import { workingModel } from './model-of';
import { useSaveModel } from './use-save-model';
import { useWords } from './use-words';

interface RemoveItemProps {
  readonly type: WholeTypeFragment;
  readonly part: ModelPart;
  readonly itemKey: string;
  onClose(): void;
}

/** A model without one of its things. Alarms on a metric go with it, as they would watch nothing. */
function without(model: TypeModel, part: ModelPart, key: string): TypeModel {
  const rest = { ...model, [part]: model[part].filter((item) => item.key !== key) };
  return part === 'metrics' ? { ...rest, alarms: model.alarms.filter(({ metric }) => metric !== key) } : rest;
}

/** Takes a thing out of the draft after naming what goes with it. */
export function RemoveItem({ type, part, itemKey, onClose }: RemoveItemProps) {
  const t = useTranslations('deviceTypes.part');
  const wordsOf = useWords();
  const nameOf = useMetricName();
  const { change, save } = useSaveModel(type, onClose);
  const model = workingModel(type);
  const item = model[part].find(({ key }) => key === itemKey);
  const name = item ? wordsOf(item.name, nameOf(itemKey)) : itemKey;
  const alarms = part === 'metrics' ? model.alarms.filter(({ metric }) => metric === itemKey).length : 0;
  return (
    <ConfirmChange
      change={change}
      onClose={onClose}
      title={t('removeTitle', { name })}
      description={t('removeBody')}
      losses={{ heading: t('removeHeading'), items: [t('removeItself', { name }), ...(alarms > 0 ? [t('removeAlarms', { count: alarms })] : [])] }}
      recovery={type.published ? t('removeRecovery') : undefined}
      confirmLabel={t('remove')}
      onConfirm={() => save(without(model, part, itemKey))}
    />
  );
}
