import { Injectable } from '@nestjs/common';
import { advanceCampaign } from '@tenon/contracts/jobs';
import { isUniqueViolation, TenantDb } from '@tenon/db';
import { readPlan, type CampaignKind, type CampaignPlan } from '@tenon/domain/campaigns';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { decodeAttributes } from '@tenon/domain/telemetry';
import { conflict, invalid, limited, toAppError } from '@tenon/kernel';
import { bulkAuthor } from '../../bulk/application/bulk-author.js';
import type { Chosen } from '../../bulk/application/start-bulk-action.js';
import { OtaPackageRepository, type OtaPackageRow } from '../../ota/persistence/ota-package.repository.js';
import { CampaignRepository, type CampaignRow } from '../persistence/campaign.repository.js';
import { CampaignMachineRepository, type SettledMachine } from '../persistence/campaign-machine.repository.js';
import { ChooseMachines, type Brought } from './choose-machines.js';

/** At a time, of one company. */
const MOST_OPEN = 20;
const LONGEST_NAME = 100;
const MOST_KEYS = 100;

/** What is brought to which machines. */
export interface WantedUpdate {
  readonly chosen: Chosen;
  /** A package; else `values`. */
  readonly packageId?: string | null | undefined;
  /** A configuration, by key. */
  readonly values?: unknown;
}

/** A campaign that somebody wants. */
export interface WantedCampaign extends WantedUpdate {
  readonly name: string;
  readonly plan: CampaignPlan;
}

interface Read extends Brought {
  readonly packageId: string | null;
  readonly values: Readonly<Record<string, unknown>> | null;
}

/** Begins a campaign: which machines it is of is settled now, and the first stage is promised. */
@Injectable()
export class StartCampaign {
  constructor(
    private readonly db: TenantDb,
    private readonly campaigns: CampaignRepository,
    private readonly machines: CampaignMachineRepository,
    private readonly packages: OtaPackageRepository,
    private readonly choosing: ChooseMachines,
  ) {}

  /** Which machines would take part, and which would not, without beginning anything. @throws AppError as execute */
  preview(actor: TenantActor, wanted: WantedUpdate): Promise<SettledMachine[]> {
    return this.db.read(actor, async (tx) => this.choosing.execute(tx, wanted.chosen, await this.read(wanted, (id) => this.packages.get(tx, id)), []));
  }

  /**
   * @throws AppError (invalid) CAMPAIGN.NAME, CAMPAIGN.NOTHING, CAMPAIGN.VALUES, CAMPAIGN.NOBODY; as readPlan and ChooseMachines; OTA_PACKAGE.NOT_FOUND;
   * (conflict) CAMPAIGN.PACKAGE_NOT_READY, CAMPAIGN.BEGUN_MEANWHILE; (limited) CAMPAIGN.TOO_MANY_OPEN
   */
  async execute(actor: TenantActor, wanted: WantedCampaign): Promise<CampaignRow> {
    demand(actor, 'campaign:manage');
    const name = wanted.name.replaceAll(/\p{Cc}/gu, '').trim();
    if (name === '' || name.length > LONGEST_NAME) throw invalid('CAMPAIGN.NAME', `A campaign has a name of 1 to ${LONGEST_NAME} characters.`, { longest: LONGEST_NAME });
    const plan = readPlan(wanted.plan);
    const author = bulkAuthor(actor);
    try {
      return await this.db.transaction(actor, async (tx) => {
        if ((await this.campaigns.countOpen(tx)) >= MOST_OPEN) throw limited('CAMPAIGN.TOO_MANY_OPEN', `At most ${MOST_OPEN} campaigns are under way at a time.`, { limit: MOST_OPEN });
        const { kind, packageId, values, ...brought } = await this.read(wanted, (packageId) => this.packages.getForShare(tx, packageId));
        const settled = await this.choosing.execute(tx, wanted.chosen, { kind, ...brought }, plan.stages);
        const total = settled.filter(({ code }) => code === null).length;
        if (total === 0) throw invalid('CAMPAIGN.NOBODY', 'No machine that was chosen can take part.');
        const id = tx.newId();
        await this.campaigns.insert(tx, { id, name, kind, packageId, values, plan, author });
        await this.machines.insert(tx, { id, kind }, settled);
        await tx.audit('campaign.begun', { campaignId: id, name, kind, ...(packageId && { otaPackageId: packageId, title: brought.title, version: brought.version }), ...(values && { settings: values }), machines: total });
        await tx.enqueue(advanceCampaign, { campaignId: id });
        return this.campaigns.get(tx, id);
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('CAMPAIGN.BEGUN_MEANWHILE', 'Another campaign of some of these machines was begun at the same time.');
      throw error;
    }
  }

  private async read({ packageId, values }: WantedUpdate, find: (id: string) => Promise<OtaPackageRow>): Promise<Read> {
    if (packageId) {
      const { kind, title, version, typeId, readyAt } = await find(packageId);
      if (!readyAt) throw conflict('CAMPAIGN.PACKAGE_NOT_READY', 'The file of this package is not all there yet.');
      return { kind, packageId, values: null, title, version, typeId };
    }
    const kind: CampaignKind = 'configuration';
    return { kind, packageId: null, values: readValues(values), title: null, version: null, typeId: null };
  }
}

/** Values are held to what a machine itself may send, as it is to send them back. */
function readValues(values: unknown): Readonly<Record<string, unknown>> {
  if (typeof values !== 'object' || values === null || Array.isArray(values) || Object.keys(values).length === 0) throw invalid('CAMPAIGN.NOTHING', 'A campaign brings a package, or values by key.');
  const wanted = Object.entries(values).filter(([, value]) => value !== null);
  if (Object.keys(values).length > MOST_KEYS || wanted.length === 0) throw invalid('CAMPAIGN.VALUES', `A configuration has 1 to ${MOST_KEYS} values.`, { most: MOST_KEYS, because: '' });
  try {
    decodeAttributes(JSON.stringify(Object.fromEntries(wanted)));
  } catch (error) {
    throw invalid('CAMPAIGN.VALUES', toAppError(error).message, { most: MOST_KEYS, because: toAppError(error).code });
  }
  return Object.fromEntries(wanted);
}
