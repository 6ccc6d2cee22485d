import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { ATTRIBUTE_KEYS, type CampaignKind, type MachineReport, type ReportedValue } from '@tenon/domain/campaigns';
import { CampaignTargetRepository } from '../persistence/campaign-target.repository.js';
import { MachineReports } from './machine-reports.js';

/** What machines say of their updates, wherever they say it: as readings, as ThingsBoard has it, or as attributes. */
@Injectable()
export class HearMachines {
  constructor(
    private readonly readings: MachineReports,
    private readonly targets: CampaignTargetRepository,
  ) {}

  /** @param values what a configuration asks for; its keys are reported as attributes */
  async execute(tx: TenantTx, deviceIds: readonly string[], kind: CampaignKind, values: Readonly<Record<string, unknown>> | null): Promise<ReadonlyMap<string, MachineReport>> {
    const keys = kind === 'configuration' ? Object.keys(values ?? {}) : Object.values(ATTRIBUTE_KEYS[kind]);
    const attributes = await this.targets.reported(tx, deviceIds, keys);
    if (kind === 'configuration') return attributes;
    const readings = await this.readings.latest(tx, deviceIds, keys);
    return new Map(deviceIds.map((id) => [id, newest(attributes.get(id), readings.get(id))]));
  }
}

function newest(...reports: readonly (MachineReport | undefined)[]): MachineReport {
  const all = new Map<string, ReportedValue>();
  for (const report of reports) {
    for (const [key, one] of report ?? []) if (one.atMs >= (all.get(key)?.atMs ?? 0)) all.set(key, one);
  }
  return all;
}
