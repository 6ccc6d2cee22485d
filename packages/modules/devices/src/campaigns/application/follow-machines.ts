import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { progressOf, type MachineReport, type Progress, type Target } from '@tenon/domain/campaigns';
import { isSame } from '@tenon/domain/control';
import { otaPrefix } from '@tenon/domain/ota';
import { MINUTE_MS } from '@tenon/kernel';
import type { CampaignRow } from '../persistence/campaign.repository.js';
import { CampaignMachineRepository, type CampaignMachineRow, type MachineChange } from '../persistence/campaign-machine.repository.js';
import { AskMachines } from './ask-machines.js';
import { HearMachines } from './hear-machines.js';

/** Notes what machines under way say, and which of them take too long; those that have an attempt left are offered it again. */
@Injectable()
export class FollowMachines {
  constructor(
    private readonly machines: CampaignMachineRepository,
    private readonly hearing: HearMachines,
    private readonly asking: AskMachines,
  ) {}

  /** Some of them, in the order of their ids. @returns after which the next are to be followed; null where these were the last */
  async execute(tx: TenantTx, campaign: CampaignRow, after: string, limit: number): Promise<string | null> {
    const some = await this.machines.underWay(tx, campaign.id, after, limit);
    const reports = await this.hearing.execute(tx, some.map(({ deviceId }) => deviceId), campaign.kind, campaign.values);
    const found = some.map((machine) => ({ machine, change: changeOf(campaign, machine, reports.get(machine.deviceId) ?? new Map(), tx.now) }));
    const isAgain = ({ machine, change }: (typeof found)[number]): boolean => isFailure(change) && mayTryAgain(campaign, machine);
    await this.machines.note(tx, campaign.id, found.flatMap((one) => (one.change && !isAgain(one) ? [one.change] : [])));
    const again = found.filter(isAgain).map(({ machine }) => machine);
    if (again.length > 0) await this.asking.offer(tx, campaign, again);
    return some.length < limit ? null : (some.at(-1)?.deviceId ?? null);
  }
}

const isFailure = (change: MachineChange | null): boolean => change?.state === 'failed' || change?.state === 'timed-out';

/** Nobody is asked again by what stands still or goes back. */
const mayTryAgain = ({ state, plan }: CampaignRow, { state: before, attempts }: CampaignMachineRow): boolean => state === 'running' && before !== 'rolling-back' && attempts <= plan.retries;

function changeOf(campaign: CampaignRow, machine: CampaignMachineRow, report: MachineReport, now: Date): MachineChange | null {
  const { deviceId, state, words, offeredAt } = machine;
  const offeredAtMs = offeredAt?.getTime() ?? 0;
  const progress = said(campaign, machine, report, offeredAtMs);
  if (progress && (progress.state !== state || progress.words !== words)) return { deviceId, ...progress };
  const isLate = now.getTime() - offeredAtMs > campaign.plan.timeoutMinutes * MINUTE_MS;
  return isLate ? { deviceId, state: 'timed-out', words: null } : null;
}

function said(campaign: CampaignRow, machine: CampaignMachineRow, report: MachineReport, offeredAtMs: number): Progress | null {
  const isBack = machine.state === 'rolling-back';
  const target = isBack ? targetBefore(campaign, machine) : targetOf(campaign);
  const progress = target && progressOf(campaign.kind, target, report, { offeredAtMs, isSame });
  return progress && isBack ? goingBack(progress) : progress;
}

/** On the way back, what is between counts as still on it. */
function goingBack({ state, words }: Progress): Progress {
  if (state === 'updated') return { state: 'rolled-back', words };
  return state === 'failed' ? { state, words } : { state: 'rolling-back', words };
}

function targetOf({ title, version, values }: CampaignRow): Target | null {
  if (values) return { values };
  return title === null || version === null ? null : { title, version };
}

function targetBefore({ kind }: CampaignRow, { before }: CampaignMachineRow): Target | null {
  if (kind === 'configuration') return { values: before ?? {} };
  const prefix = otaPrefix(kind);
  const [title, version] = [before?.[`${prefix}_title`], before?.[`${prefix}_version`]];
  return typeof title === 'string' && typeof version === 'string' ? { title, version } : null;
}
