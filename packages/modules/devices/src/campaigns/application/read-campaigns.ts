import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { ATTRIBUTE_KEYS, type MachineUpdateState } from '@tenon/domain/campaigns';
import type { TenantActor } from '@tenon/domain/identity';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { DeviceRepository } from '../../persistence/device.repository.js';
import { CampaignRepository, type CampaignRow, type StateCount } from '../persistence/campaign.repository.js';
import { CampaignMachineRepository, type CampaignMachineRow, type OwnCampaign } from '../persistence/campaign-machine.repository.js';
import { HearMachines } from './hear-machines.js';

type PageArgs = { readonly first?: number | null | undefined; readonly after?: string | null | undefined };

/** A campaign, with how many of its machines stand where. */
export interface CountedCampaign extends CampaignRow {
  readonly states: readonly StateCount[];
}

/** What a machine says that it runs, and the campaigns it is or was in. */
export interface MachineUpdates {
  readonly firmware: { readonly title: string | null; readonly version: string | null; readonly at: Date } | null;
  readonly campaigns: readonly OwnCampaign[];
}

/** In one answer. */
const MOST_OF_MACHINE = 5;

/** Reads campaigns, and where their machines stand. */
@Injectable()
export class ReadCampaigns {
  constructor(
    private readonly db: TenantDb,
    private readonly campaigns: CampaignRepository,
    private readonly machines: CampaignMachineRepository,
    private readonly devices: DeviceRepository,
    private readonly hearing: HearMachines,
  ) {}

  /** @throws AppError (not-found) CAMPAIGN.NOT_FOUND */
  one(actor: TenantActor, id: string): Promise<CountedCampaign> {
    return this.db.read(actor, async (tx) => {
      const row = await this.campaigns.get(tx, id);
      return { ...row, states: (await this.campaigns.states(tx, [id])).get(id) ?? [] };
    });
  }

  /** The newest first. */
  list(actor: TenantActor, args: PageArgs): Promise<Page<CountedCampaign>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.read(actor, async (tx) => toPage(await this.counted(tx, await this.campaigns.list(tx, request)), request.limit, ({ createdAt, id }) => [createdAt.toISOString(), id]));
  }

  /** Those that went wrong first. */
  machinesOf(actor: TenantActor, id: string, state: MachineUpdateState | null, args: PageArgs): Promise<Page<CampaignMachineRow>> {
    const request = pageRequest(args, ['integer', 'text', 'uuid']);
    return this.db.read(actor, async (tx) => toPage(await this.machines.list(tx, id, state, request), request.limit, ({ rank, name, deviceId }) => [String(rank), name, deviceId]));
  }

  /** @throws AppError (not-found) DEVICE.NOT_FOUND */
  ofDevice(actor: TenantActor, deviceId: string): Promise<MachineUpdates> {
    return this.db.read(actor, async (tx) => {
      await this.devices.get(tx, deviceId);
      const report = (await this.hearing.execute(tx, [deviceId], 'firmware', null)).get(deviceId);
      const [title, version] = [report?.get(ATTRIBUTE_KEYS.firmware.title), report?.get(ATTRIBUTE_KEYS.firmware.version)];
      const text = (value: unknown): string | null => (value === undefined ? null : String(value));
      const at = Math.max(title?.atMs ?? 0, version?.atMs ?? 0);
      return { firmware: at > 0 ? { title: text(title?.value), version: text(version?.value), at: new Date(at) } : null, campaigns: await this.machines.ofDevice(tx, deviceId, MOST_OF_MACHINE) };
    });
  }

  private async counted(tx: TenantTx, rows: readonly CampaignRow[]): Promise<CountedCampaign[]> {
    const states = await this.campaigns.states(tx, rows.map(({ id }) => id));
    return rows.map((row) => ({ ...row, states: states.get(row.id) ?? [] }));
  }
}
