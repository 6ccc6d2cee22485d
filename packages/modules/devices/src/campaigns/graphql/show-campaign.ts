import type { CampaignKind, CampaignPlan, MachineUpdateState } from '@tenon/domain/campaigns';
import type { CampaignKind as ShownKind, CampaignMachineState, CampaignPauseReason, CampaignPlanInput, CampaignStageUnit, CampaignState as ShownState } from '@tenon/graphql/resolvers';
import { instantText } from '@tenon/kernel';
import type { CountedCampaign, MachineUpdates } from '../application/read-campaigns.js';
import type { CampaignMachineRow, SettledMachine } from '../persistence/campaign-machine.repository.js';

/** `timed-out` as `TIMED_OUT`. */
const upper = <Shown extends string>(text: string): Shown => text.toUpperCase().replaceAll('-', '_') as Shown;

export const readMachineState = (state: CampaignMachineState): MachineUpdateState => state.toLowerCase().replaceAll('_', '-') as MachineUpdateState;
export const showKind = (kind: CampaignKind): ShownKind => upper<ShownKind>(kind);

/** A plan in the words of the domain. */
export function readPlanInput({ stages, pauseAfterFailures, pausePercent, ...plan }: CampaignPlanInput): CampaignPlan {
  return { ...plan, stages: stages.map(({ unit, ...stage }) => ({ ...stage, unit: unit === 'MACHINES' ? 'machines' : 'percent' })), pauseAfterFailures: pauseAfterFailures ?? null, pausePercent: pausePercent ?? null };
}

/** A campaign in the words of the schema. */
export function showCampaign({ kind, state, pausedBecause, plan, author, title, version, packageId, createdAt, finishedAt, reachedAt, stage, states, values, id, name }: CountedCampaign) {
  return {
    id,
    name,
    values,
    kind: showKind(kind),
    state: upper<ShownState>(state),
    pausedBecause: pausedBecause && upper<CampaignPauseReason>(pausedBecause),
    package: packageId === null ? null : { id: packageId, title: title ?? '', version: version ?? '' },
    plan: { ...plan, stages: plan.stages.map((one) => ({ ...one, unit: upper<CampaignStageUnit>(one.unit) })) },
    stage: stage + 1,
    stageReachedAt: reachedAt && instantText(reachedAt),
    total: states.reduce((sum, { count }) => sum + count, 0),
    counts: states.map((one) => ({ count: one.count, state: upper<CampaignMachineState>(one.state) })),
    authorName: author.name,
    createdAt: instantText(createdAt),
    finishedAt: finishedAt && instantText(finishedAt),
  };
}

/** Where a machine stands, in the words of the schema. */
export function showMachine({ deviceId, name, stage, state, stateAt, code, words, attempts }: CampaignMachineRow) {
  return { deviceId, name, stage: stage + 1, state: upper<CampaignMachineState>(state), stateAt: instantText(stateAt), code, words, attempts };
}

const SHOWN_IN_PREVIEW = 50;

/** Which machines would take part, in the words of the schema. */
export function showPreview(machines: readonly SettledMachine[]) {
  const unfit = machines.filter(({ code }) => code !== null);
  const codes = [...new Set(unfit.map(({ code }) => code ?? ''))];
  return {
    total: machines.length,
    fit: machines.length - unfit.length,
    first: machines.filter(({ code }) => code === null).slice(0, SHOWN_IN_PREVIEW).map(({ deviceId, name }) => ({ deviceId, name })),
    unfit: codes.map((code) => ({ code, count: unfit.filter((one) => one.code === code).length })),
    unfitMachines: unfit.slice(0, SHOWN_IN_PREVIEW).map(({ deviceId, name, code }) => ({ deviceId, name, code: code ?? '' })),
  };
}

/** What a machine runs and what is under way, in the words of the schema. */
export function showUpdates({ firmware, campaigns }: MachineUpdates) {
  return {
    firmware: firmware && { title: firmware.title, version: firmware.version, at: instantText(firmware.at) },
    campaigns: campaigns.map(({ campaignId, name, kind, state, stateAt, words }) => ({ campaignId, name, words, kind: showKind(kind), state: upper<CampaignMachineState>(state), stateAt: instantText(stateAt) })),
  };
}
