'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Button, NumberField, PlusIcon, Section } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useChange } from '../../../api/use-change';
import { StartCampaignDocument, type CampaignPlanInput, type MachineSelectionInput } from '../../../generated/documents';
import { FormFault } from '../../apps/form-fault';
import { broughtOf, machinesOf, type Draft } from './draft';
import { StageRow } from './stage-row';

interface PlanStepProps {
  readonly draft: Draft;
  readonly given: MachineSelectionInput | undefined;
  readonly fit: { readonly count: number; readonly expected: number } | null;
  onChange(part: Partial<Draft>): void;
}

const MOST_STAGES = 10;

/** In which stages, when it pauses, how long it waits for a machine; and the button that begins it. */
export function PlanStep({ draft, given, fit, onChange }: PlanStepProps) {
  const t = useTranslations('campaigns.new');
  const router = useRouter();
  const cache = useQueryClient();
  const start = useChange(StartCampaignDocument, {
    onDone: async ({ startCampaign: { id } }) => {
      await cache.invalidateQueries({ queryKey: ['Campaigns'] });
      router.push(`/machines/campaigns/${id}`);
    },
  });
  const put = (part: Partial<CampaignPlanInput>): void => onChange({ plan: { ...draft.plan, ...part } });
  const begin = (): void => start.mutate({ input: { name: draft.name, machines: machinesOf(draft, fit?.expected ?? 0, given), ...broughtOf(draft), plan: draft.plan } });
  return (
    <div className="grid grid-cols-1 gap-6">
      <Stages plan={draft.plan} onPut={put} />
      <Limits plan={draft.plan} onPut={put} />
      <FormFault error={start.error} />
      <div>
        <Button variant="primary" isLoading={start.isPending} onClick={begin}>
          {t('begin', { count: fit?.count ?? 0 })}
        </Button>
      </div>
    </div>
  );
}

interface PartProps {
  readonly plan: CampaignPlanInput;
  onPut(part: Partial<CampaignPlanInput>): void;
}

function Stages({ plan: { stages }, onPut }: PartProps) {
  const t = useTranslations('campaigns.new');
  const add = (): void => onPut({ stages: [...stages.slice(0, -1), { upTo: 75, unit: 'PERCENT', updatedPercent: 100, waitMinutes: 0 }, ...stages.slice(-1)] });
  return (
    <Section title={t('stages')} description={t('stagesBody')} actions={stages.length < MOST_STAGES ? <Button size="sm" icon={<PlusIcon size={14} />} onClick={add}>{t('addStage')}</Button> : undefined}>
      <ol className="grid gap-4">
        {stages.map((stage, index) => (
          <StageRow
            key={index}
            number={index + 1}
            stage={stage}
            isLast={index === stages.length - 1}
            onChange={(changed) => onPut({ stages: stages.map((one, at) => (at === index ? changed : one)) })}
            onRemove={() => onPut({ stages: stages.filter((_, at) => at !== index) })}
          />
        ))}
      </ol>
    </Section>
  );
}

function Limits({ plan: { pausePercent, pauseAfterFailures, timeoutMinutes, retries }, onPut }: PartProps) {
  const t = useTranslations('campaigns.new');
  return (
    <Section title={t('limits')} description={t('limitsBody')}>
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <NumberField label={t('pausePercent')} unit="%" min={1} max={100} value={pausePercent ?? null} onValueChange={(value) => onPut({ pausePercent: value })} />
        <NumberField label={t('pauseAfter')} unit={t('machinesUnit')} min={1} value={pauseAfterFailures ?? null} onValueChange={(value) => onPut({ pauseAfterFailures: value })} />
        <NumberField label={t('timeout')} unit={t('minutes')} min={1} max={43_200} value={timeoutMinutes} onValueChange={(value) => onPut({ timeoutMinutes: value ?? 0 })} />
        <NumberField label={t('retries')} unit={t('times')} min={0} max={10} value={retries} onValueChange={(value) => onPut({ retries: value ?? 0 })} />
      </div>
    </Section>
  );
}
