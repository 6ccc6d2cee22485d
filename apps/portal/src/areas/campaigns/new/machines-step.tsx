'use client';

import { Button, SearchField, SelectField, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect } from 'react';
import { useAnswer } from '../../../api/use-answer';
import { Failure } from '../../../errors/failure';
import { CampaignChoicesDocument, CampaignPreviewDocument, MatchingCountDocument, type CampaignChoicesQuery, type MachineSelectionInput } from '../../../generated/documents';
import { broughtOf, machinesOf, matchOf, type Draft } from './draft';
import { PreviewOf } from './preview';

interface MachinesStepProps {
  readonly draft: Draft;
  /** The machines with which somebody came, from the page of one or from a list. */
  readonly given: MachineSelectionInput | undefined;
  /** Others are to be chosen. */
  onOthers(): void;
  onChange(part: Partial<Draft>): void;
  /** How many would take part, of how many that match; null while that is not known. */
  onFit(fit: { readonly count: number; readonly expected: number } | null): void;
}

const NONE = { total: 0, fit: 0, first: [], unfit: [], unfitMachines: [] };
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Which machines a campaign is of, and which of them would take no part, as they stand now. */
export function MachinesStep({ draft, given, onOthers, onChange, onFit }: MachinesStepProps) {
  const only = onlyOne(given);
  const choices = useAnswer(CampaignChoicesDocument, { deviceId: only ?? NOBODY, isForOne: only !== undefined });
  const { expected, preview, retry } = usePreview(draft, given);
  const fit = preview.data?.campaignPreview.fit;
  useEffect(() => onFit(fit === undefined || expected === undefined ? null : { count: fit, expected }), [fit, expected, onFit]);
  if (choices.error && !choices.data) return <Failure error={choices.error} onRetry={() => void choices.refetch()} isRetrying={choices.isFetching} />;
  return (
    <div className="grid grid-cols-1 gap-6">
      {choices.data ? <Choice draft={draft} given={given} expected={expected} choices={choices.data} onOthers={onOthers} onChange={onChange} /> : <Skeleton lines={3} />}
      {preview.error ? <Failure error={preview.error} onRetry={retry} isRetrying={preview.isFetching} headingLevel={3} /> : <PreviewOf preview={expected === 0 ? NONE : preview.data?.campaignPreview} />}
    </div>
  );
}

/** The one machine that is meant, whose name is shown. */
function onlyOne(given: MachineSelectionInput | undefined): string | undefined {
  const [only, ...others] = given?.deviceIds ?? [];
  return others.length === 0 ? only : undefined;
}

/** How many match, and which of them would take part. */
function usePreview(draft: Draft, given: MachineSelectionInput | undefined) {
  const asked = useDeferredValue(draft);
  const match = matchOf(asked, given);
  const matching = useAnswer(MatchingCountDocument, { search: match?.search, connection: match?.connection, filter: match?.filter }, { isEnabled: match !== undefined, isKept: true, staleMs: 0 });
  const expected = match ? matching.data?.devices.totalCount : given?.deviceIds?.length;
  const preview = useAnswer(CampaignPreviewDocument, { machines: machinesOf(asked, expected ?? 0, given), ...broughtOf(asked) }, { isEnabled: expected !== undefined && expected > 0, staleMs: 0 });
  return { expected, preview, retry: () => void matching.refetch().then(() => preview.refetch()) };
}

function Choice({ draft, given, expected, choices, onOthers, onChange }: Omit<MachinesStepProps, 'onFit'> & { readonly expected: number | undefined; readonly choices: CampaignChoicesQuery }) {
  const t = useTranslations('campaigns.new');
  if (!given) return <Filters draft={draft} choices={choices} onChange={onChange} />;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-16 font-medium">{choices.device?.name ?? t(given.matching ? 'chosenMatching' : 'chosen', { count: expected ?? 0 })}</p>
      <Button size="sm" onClick={onOthers}>
        {t('chooseOthers')}
      </Button>
    </div>
  );
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
