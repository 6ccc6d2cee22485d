import type { CampaignPlanInput, CampaignStageInput, DeviceFilterInput, MachineSelectionInput, MatchingMachinesInput } from '../../../generated/documents';

/** What somebody fills in to begin a campaign. */
export interface Draft {
  readonly name: string;
  readonly what: 'package' | 'values';
  readonly packageId: string;
  /** JSON, as it is written. */
  readonly values: string;
  readonly search: string;
  readonly typeId: string;
  readonly tagId: string;
  readonly placeId: string;
  readonly gatewayId: string;
  readonly plan: CampaignPlanInput;
}

const stage = (upTo: number, unit: CampaignStageInput['unit'], waitMinutes: number): CampaignStageInput => ({ upTo, unit, updatedPercent: 100, waitMinutes });

/** One machine, a tenth, half, all; halted by the second failure in ten. */
export const FIRST_DRAFT: Draft = {
  name: '',
  what: 'package',
  packageId: '',
  values: '',
  search: '',
  typeId: '',
  tagId: '',
  placeId: '',
  gatewayId: '',
  plan: { stages: [stage(1, 'MACHINES', 10), stage(10, 'PERCENT', 30), stage(50, 'PERCENT', 60), stage(100, 'PERCENT', 0)], pauseAfterFailures: null, pausePercent: 10, timeoutMinutes: 60, retries: 1 },
};

/** The filter that a draft's choice of machines is. */
export function filterOf({ typeId, tagId, placeId, gatewayId }: Draft): DeviceFilterInput {
  return { ...(typeId !== '' && { typeId }), ...(tagId !== '' && { tagIds: [tagId] }), ...(placeId !== '' && { placeId }), ...(gatewayId !== '' && { gatewayId }) };
}

/** What machines have to match; undefined where they are named one by one. */
export function matchOf(draft: Draft, given: MachineSelectionInput | undefined): Omit<MatchingMachinesInput, 'expectedCount'> | undefined {
  if (!given) return { search: draft.search, filter: filterOf(draft) };
  return given.matching ?? undefined;
}

/** Which machines are meant: those with which somebody came, or all that match. */
export function machinesOf(draft: Draft, expectedCount: number, given: MachineSelectionInput | undefined): MachineSelectionInput {
  const match = matchOf(draft, given);
  return match ? { matching: { ...match, expectedCount } } : { deviceIds: [...(given?.deviceIds ?? [])] };
}

/** What is brought; undefined where what was written is no object of keys and values. */
export function broughtOf({ what, packageId, values }: Draft): { readonly packageId?: string; readonly values?: unknown } | undefined {
  if (what === 'package') return packageId === '' ? undefined : { packageId };
  const read = parsed(values);
  return typeof read === 'object' && read !== null && !Array.isArray(read) && Object.keys(read).length > 0 ? { values: read } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
