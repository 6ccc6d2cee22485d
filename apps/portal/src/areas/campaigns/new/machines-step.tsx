'use client';

import { SearchField, SelectField, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect } from 'react';
import { useAnswer } from '../../../api/use-answer';
import { Failure } from '../../../errors/failure';
import { CampaignChoicesDocument, CampaignPreviewDocument, MatchingCountDocument, type CampaignChoicesQuery } from '../../../generated/documents';
import { broughtOf, filterOf, machinesOf, type Draft } from './draft';
import { PreviewOf } from './preview';

interface MachinesStepProps {
  readonly draft: Draft;
  /** The one machine that it is of, where somebody came from its page. */
  readonly deviceId: string | undefined;
  onChange(part: Partial<Draft>): void;
  /** How many would take part, of how many that match; null while that is not known. */
  onFit(fit: { readonly count: number; readonly expected: number } | null): void;
}

const NONE = { total: 0, fit: 0, first: [], unfit: [], unfitMachines: [] };
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Which machines a campaign is of, and which of them would take no part, as they stand now. */
export function MachinesStep({ draft, deviceId, onChange, onFit }: MachinesStepProps) {
  const choices = useAnswer(CampaignChoicesDocument, { deviceId: deviceId ?? NOBODY, isForOne: deviceId !== undefined });
  const { expected, preview, retry } = usePreview(draft, deviceId);
  const fit = preview.data?.campaignPreview.fit;
  useEffect(() => onFit(fit === undefined || expected === undefined ? null : { count: fit, expected }), [fit, expected, onFit]);
  if (choices.error && !choices.data) return <Failure error={choices.error} onRetry={() => void choices.refetch()} isRetrying={choices.isFetching} />;
  return (
    <div className="grid grid-cols-1 gap-6">
      {choices.data ? <Choice draft={draft} deviceId={deviceId} choices={choices.data} onChange={onChange} /> : <Skeleton lines={3} />}
      {preview.error ? <Failure error={preview.error} onRetry={retry} isRetrying={preview.isFetching} headingLevel={3} /> : <PreviewOf preview={expected === 0 ? NONE : preview.data?.campaignPreview} />}
    </div>
  );
}

/** How many match, and which of them would take part. */
function usePreview(draft: Draft, deviceId: string | undefined) {
  const asked = useDeferredValue(draft);
  const matching = useAnswer(MatchingCountDocument, { search: asked.search, filter: filterOf(asked) }, { isEnabled: deviceId === undefined, isKept: true, staleMs: 0 });
  const expected = deviceId === undefined ? matching.data?.devices.totalCount : 1;
  const preview = useAnswer(CampaignPreviewDocument, { machines: machinesOf(asked, expected ?? 0, deviceId), ...broughtOf(asked) }, { isEnabled: expected !== undefined && expected > 0, staleMs: 0 });
  return { expected, preview, retry: () => void matching.refetch().then(() => preview.refetch()) };
}

function Choice({ draft, deviceId, choices, onChange }: Pick<MachinesStepProps, 'draft' | 'deviceId' | 'onChange'> & { readonly choices: CampaignChoicesQuery }) {
  if (deviceId !== undefined) return <p className="text-16 font-medium">{choices.device?.name}</p>;
  return <Filters draft={draft} choices={choices} onChange={onChange} />;
}

function Filters({ draft, choices, onChange }: Pick<MachinesStepProps, 'draft' | 'onChange'> & { readonly choices: CampaignChoicesQuery }) {
  const t = useTranslations('campaigns.new');
  const any = { value: '', label: t('any') };
  const named = (list: readonly { readonly id: string; readonly name: string }[]) => [any, ...list.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <SelectField label={t('type')} value={draft.typeId} options={named(choices.deviceTypes.nodes)} onValueChange={(typeId) => onChange({ typeId })} />
      <SelectField label={t('place')} value={draft.placeId} options={named(choices.plantTree.places.map(({ place }) => place))} onValueChange={(placeId) => onChange({ placeId })} />
      <SelectField label={t('tag')} value={draft.tagId} options={named(choices.tags)} onValueChange={(tagId) => onChange({ tagId })} />
      <SelectField label={t('gateway')} value={draft.gatewayId} options={named(choices.gateways.nodes)} onValueChange={(gatewayId) => onChange({ gatewayId })} />
      <SearchField label={t('search')} value={draft.search} onValueChange={(search) => onChange({ search })} clearLabel={t('clear')} />
    </div>
  );
}
