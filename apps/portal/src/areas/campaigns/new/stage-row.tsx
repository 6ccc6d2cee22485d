'use client';

import { Button, NumberField, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { CampaignStageInput } from '../../../generated/documents';

interface StageRowProps {
  readonly number: number;
  readonly stage: CampaignStageInput;
  readonly isLast: boolean;
  onChange(stage: CampaignStageInput): void;
  onRemove(): void;
}

/** One stage: how far it goes, what must be reached before the next, and how long is waited then. The last is of all machines. */
export function StageRow({ number, stage, isLast, onChange, onRemove }: StageRowProps) {
  const t = useTranslations('campaigns.new');
  const put = (part: Partial<CampaignStageInput>): void => onChange({ ...stage, ...part });
  if (isLast) return <li className="border-t border-line pt-3 text-14">{t('lastStage', { number })}</li>;
  return (
    <li className="grid max-w-4xl items-end gap-3 border-t border-line pt-3 sm:grid-cols-[auto_1fr_1fr_1fr_1fr_auto]">
      <span className="self-center text-14 font-medium">{t('stage', { number })}</span>
      <NumberField label={t('upTo')} min={1} value={stage.upTo} onValueChange={(value) => put({ upTo: value ?? 0 })} />
      <SelectField label={t('unit')} value={stage.unit} options={[{ value: 'MACHINES', label: t('unitMachines') }, { value: 'PERCENT', label: t('unitPercent') }]} onValueChange={(unit) => put({ unit: unit === 'MACHINES' ? 'MACHINES' : 'PERCENT' })} />
      <NumberField label={t('updatedPercent')} unit="%" min={0} max={100} value={stage.updatedPercent} onValueChange={(value) => put({ updatedPercent: value ?? 0 })} />
      <NumberField label={t('wait')} unit={t('minutes')} min={0} max={43_200} value={stage.waitMinutes} onValueChange={(value) => put({ waitMinutes: value ?? 0 })} />
      <Button size="sm" variant="quiet" onClick={onRemove}>
        {t('remove')}
      </Button>
    </li>
  );
}
