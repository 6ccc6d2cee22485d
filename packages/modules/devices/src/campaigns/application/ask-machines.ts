import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { assignmentOf } from '@tenon/domain/ota';
import { bug } from '@tenon/kernel';
import { tellDevice } from '../../application/tell-device.js';
import { OtaPackageRepository } from '../../ota/persistence/ota-package.repository.js';
import type { CampaignRow } from '../persistence/campaign.repository.js';
import { CampaignMachineRepository, type CampaignMachineRow } from '../persistence/campaign-machine.repository.js';
import { CampaignTargetRepository, type Values } from '../persistence/campaign-target.repository.js';

/** Asks machines for what a campaign brings, or for what they had before it: through their desired state, by which they are told at once, or when they are back. */
@Injectable()
export class AskMachines {
  constructor(
    private readonly packages: OtaPackageRepository,
    private readonly targets: CampaignTargetRepository,
    private readonly machines: CampaignMachineRepository,
  ) {}

  /** What the campaign asks for, by key. */
  async wanted(tx: TenantTx, { kind, packageId, values }: Pick<CampaignRow, 'kind' | 'packageId' | 'values'>): Promise<Values> {
    if (kind === 'configuration') return values ?? {};
    const { title, version, sizeBytes, sha256, signature, keyId, typeId } = await this.packages.get(tx, packageId ?? '');
    if (sha256 === null || signature === null || keyId === null) throw bug('CAMPAIGN.PACKAGE_NOT_READY', 'A campaign of a package whose file is not all there.');
    return Object.fromEntries(assignmentOf({ kind, title, version, sizeBytes, sha256, signature, keyId, typeId }));
  }

  /** Offers it to some, first or again. Those that are gone are passed over. */
  async offer(tx: TenantTx, campaign: CampaignRow, machines: readonly CampaignMachineRow[]): Promise<void> {
    const values = await this.wanted(tx, campaign);
    const there = await this.present(tx, campaign.id, machines);
    const asked = await this.targets.asked(tx, there, Object.keys(values));
    const before = (id: string): Values => Object.fromEntries(Object.keys(values).map((key) => [key, asked.get(id)?.[key] ?? null]));
    await this.machines.offer(tx, campaign.id, there.map((deviceId) => ({ deviceId, before: before(deviceId) })));
    await this.ask(tx, campaign.id, there.map((deviceId) => ({ deviceId, before: before(deviceId), after: values })));
  }

  /** Asks some for what they had before. Those that had nothing are asked for nothing, and that is the end of it. */
  async takeBack(tx: TenantTx, campaign: CampaignRow, machines: readonly CampaignMachineRow[]): Promise<void> {
    const values = await this.wanted(tx, campaign);
    const there = new Set(await this.present(tx, campaign.id, machines));
    const back = machines.filter(({ deviceId }) => there.has(deviceId));
    const had = ({ before }: CampaignMachineRow): boolean => Object.values(before ?? {}).some((value) => value !== null);
    await this.machines.takeBack(tx, campaign.id, back.filter(had).map(({ deviceId }) => deviceId), 'rolling-back');
    await this.machines.takeBack(tx, campaign.id, back.filter((one) => !had(one)).map(({ deviceId }) => deviceId), 'rolled-back');
    await this.ask(tx, campaign.id, back.map(({ deviceId, before }) => ({ deviceId, before: values, after: before ?? {} })));
  }

  private async present(tx: TenantTx, campaignId: string, machines: readonly CampaignMachineRow[]): Promise<string[]> {
    const there = await this.targets.lock(tx, machines.map(({ deviceId }) => deviceId));
    const gone = machines.filter(({ deviceId }) => !there.has(deviceId));
    await this.machines.note(tx, campaignId, gone.map(({ deviceId }) => ({ deviceId, state: 'skipped', code: 'DEVICE.NOT_FOUND' })));
    return [...there];
  }

  private async ask(tx: TenantTx, campaignId: string, wanted: readonly { readonly deviceId: string; readonly before: Values; readonly after: Values }[]): Promise<void> {
    await this.targets.ask(tx, wanted.map(({ deviceId, before, after }) => ({ deviceId, values: withoutIdle(before, after) })));
    for (const { deviceId, before, after } of wanted) {
      await tx.audit('device.desired-state-set', { deviceId, campaignId, before, after });
      await tellDevice(tx, 'desired', deviceId);
    }
  }
}

/** What was not asked for and is not to be is not said at all: a machine would be told that nothing was taken away. */
function withoutIdle(before: Values, after: Values): Values {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => value !== null || (before[key] ?? null) !== null));
}
