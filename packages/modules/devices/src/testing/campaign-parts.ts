import { openDatabase } from '@tenon/db';
import { rolePermissions, type SystemActor, systemActor, type TenantActor } from '@tenon/domain/identity';
import { TENANT_PERMISSIONS } from '@tenon/contracts/permissions';
import { tenantId, userId } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { AdvanceCampaign } from '../campaigns/application/advance-campaign.js';
import { AskMachines } from '../campaigns/application/ask-machines.js';
import { ChooseMachines } from '../campaigns/application/choose-machines.js';
import { FollowMachines } from '../campaigns/application/follow-machines.js';
import { HearMachines } from '../campaigns/application/hear-machines.js';
import type { MachineReports } from '../campaigns/application/machine-reports.js';
import { ReadCampaigns } from '../campaigns/application/read-campaigns.js';
import { StartCampaign } from '../campaigns/application/start-campaign.js';
import { SteerCampaign } from '../campaigns/application/steer-campaign.js';
import { CampaignMachineRepository } from '../campaigns/persistence/campaign-machine.repository.js';
import { CampaignTargetRepository } from '../campaigns/persistence/campaign-target.repository.js';
import { CampaignRepository } from '../campaigns/persistence/campaign.repository.js';
import { OtaPackageRepository } from '../ota/persistence/ota-package.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';

/** Campaigns of one company, as api and worker wire them. */
export interface CampaignParts {
  readonly actor: TenantActor;
  readonly system: SystemActor;
  readonly start: StartCampaign;
  readonly steer: SteerCampaign;
  readonly advance: AdvanceCampaign;
  readonly read: ReadCampaigns;
  close(): Promise<void>;
}

/** @param company whose, with somebody of it who may do it */
export function campaignParts(databaseUrl: string, company: string, { reports, log }: { readonly reports: MachineReports; readonly log: Log }): CampaignParts {
  const db = openDatabase({ databaseUrl, log });
  const [campaigns, machines, targets, packages] = [new CampaignRepository(), new CampaignMachineRepository(), new CampaignTargetRepository(), new OtaPackageRepository()];
  const hearing = new HearMachines(reports, targets);
  const asking = new AskMachines(packages, targets, machines);
  const id = tenantId(company);
  return {
    actor: { kind: 'user', userId: userId(company), email: 'wei@example.com', name: '王伟', tenantId: id, permissions: new Set(rolePermissions('engineer', TENANT_PERMISSIONS)) },
    system: systemActor(id),
    start: new StartCampaign(db.tenant, campaigns, machines, packages, new ChooseMachines(targets, hearing)),
    steer: new SteerCampaign(db.tenant, campaigns, machines),
    advance: new AdvanceCampaign(db.tenant, campaigns, machines, asking, new FollowMachines(machines, hearing, asking)),
    read: new ReadCampaigns(db.tenant, campaigns, machines, new DeviceRepository(), hearing),
    close: () => db.close(),
  };
}
