import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { ATTRIBUTE_KEYS, stageOf, type CampaignKind, type MachineReport, type Stage } from '@tenon/domain/campaigns';
import type { OtaKind } from '@tenon/domain/ota';
import { conflict, invalid, isUuid } from '@tenon/kernel';
import type { Chosen } from '../../bulk/application/start-bulk-action.js';
import { CampaignTargetRepository, type ChosenMachine } from '../persistence/campaign-target.repository.js';
import type { SettledMachine } from '../persistence/campaign-machine.repository.js';
import { HearMachines } from './hear-machines.js';

/** Of one campaign. */
export const MOST_MACHINES = 10_000;
/** Named one by one. */
const MOST_NAMED = 500;

/** What is to be brought to machines. */
export interface Brought {
  readonly kind: CampaignKind;
  readonly title: string | null;
  readonly version: string | null;
  readonly typeId: string | null;
}

/** Finds the machines of a campaign: which take part, in which order, and which do not, with the reason. */
@Injectable()
export class ChooseMachines {
  constructor(
    private readonly targets: CampaignTargetRepository,
    private readonly hearing: HearMachines,
  ) {}

  /** @throws AppError (invalid) CAMPAIGN.NOBODY, CAMPAIGN.TOO_MANY, BULK_ACTION.TOO_MANY_NAMED; (conflict) BULK_ACTION.OUTRUN where other machines match than were seen */
  async execute(tx: TenantTx, chosen: Chosen, brought: Brought, stages: readonly Stage[]): Promise<SettledMachine[]> {
    const found = await this.targets.chosen(tx, named(chosen), brought.kind, MOST_MACHINES + 1);
    if (found.length === 0) throw invalid('CAMPAIGN.NOBODY', 'No machine is meant.');
    if (found.length > MOST_MACHINES) throw invalid('CAMPAIGN.TOO_MANY', `A campaign has at most ${MOST_MACHINES} machines.`, { limit: MOST_MACHINES });
    if ('expected' in chosen && chosen.expected !== found.length) throw conflict('BULK_ACTION.OUTRUN', 'Other machines match now than were seen.', { expected: chosen.expected, found: found.length });
    const reports = brought.kind === 'configuration' ? new Map<string, MachineReport>() : await this.hearing.execute(tx, found.map(({ deviceId }) => deviceId), brought.kind, null);
    const judged = found.map((machine) => ({ machine, code: whyNot(machine, brought, reports.get(machine.deviceId)) }));
    const total = judged.filter(({ code }) => code === null).length;
    let place = 0;
    return judged.map(({ machine: { deviceId, name }, code }) => ({ deviceId, name, code, stage: code === null ? stageOf(stages, total, place++) : 0 }));
  }
}

function named(chosen: Chosen): readonly string[] | Extract<Chosen, { filter: unknown }>['filter'] {
  if ('filter' in chosen) return chosen.filter;
  const ids = [...new Set(chosen.deviceIds)];
  if (ids.length > MOST_NAMED) throw invalid('BULK_ACTION.TOO_MANY_NAMED', `At most ${MOST_NAMED} machines are named one by one.`, { limit: MOST_NAMED });
  return ids.filter(isUuid);
}

/** Why a machine takes no part; null where it does. */
function whyNot(machine: ChosenMachine, brought: Brought, report: MachineReport | undefined): string | null {
  if (machine.isRetired) return 'CAMPAIGN.RETIRED';
  if (brought.typeId !== null && machine.typeId !== brought.typeId) return 'CAMPAIGN.OTHER_TYPE';
  if (machine.isElsewhere) return 'CAMPAIGN.ELSEWHERE';
  return brought.kind === 'configuration' ? null : whyNoPackage(machine, { ...brought, kind: brought.kind }, report);
}

function whyNoPackage({ isReached }: ChosenMachine, { kind, title, version }: Brought & { readonly kind: OtaKind }, report: MachineReport | undefined): string | null {
  if (!isReached) return 'CAMPAIGN.BEHIND_GATEWAY';
  const keys = ATTRIBUTE_KEYS[kind];
  return report?.get(keys.title)?.value === title && report?.get(keys.version)?.value === version ? 'CAMPAIGN.RUNS_IT' : null;
}
