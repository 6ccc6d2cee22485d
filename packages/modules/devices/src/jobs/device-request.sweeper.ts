import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { HOUR_MS, SECOND_MS, type TenantId } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { AddAskedDevices } from '../application/add-asked-devices.js';
import { DeviceRequestRepository } from '../persistence/device-request.repository.js';

/** Where nobody was told, as when no worker ran. */
const EVERY_MS = 5 * SECOND_MS;
/** Of one company before the next has its turn: a gateway that brings a thousand keeps the others waiting for these. */
const A_TURN = 20;
const REFUSED_KEPT_MS = HOUR_MS;

/** Adds the machines that gateways ask for, at once when told, and every few seconds; the companies by turns. Several workers share the work. */
@Injectable()
export class DeviceRequestSweeper extends Schedule {
  private sweeping: Promise<void> | undefined;
  private isAskedAgain = false;

  constructor(
    private readonly system: SystemDb,
    private readonly requests: DeviceRequestRepository,
    private readonly addAsked: AddAskedDevices,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: EVERY_MS, failureEvent: 'devices.requests-not-answered' });
  }

  /** Something was asked for. */
  wake(): void {
    this.sweep().catch((error: unknown) => this.log.warn('devices.requests-not-answered', { error }));
  }

  async execute(now: Date): Promise<void> {
    await this.system.run('devices: forget what was refused', (tx) => this.requests.forget(tx, new Date(now.getTime() - REFUSED_KEPT_MS)));
    await this.sweep();
  }

  override async beforeApplicationShutdown(): Promise<void> {
    await super.beforeApplicationShutdown();
    // What went wrong was told to whoever woke it.
    await this.sweeping?.catch(() => undefined);
  }

  /** One at a time; whoever asks during one is served by it, or by the next. */
  private async sweep(): Promise<void> {
    this.isAskedAgain = this.sweeping !== undefined;
    this.sweeping ??= this.sweepAll().finally(() => (this.sweeping = undefined));
    await this.sweeping;
  }

  private async sweepAll(): Promise<void> {
    do {
      this.isAskedAgain = false;
      let companies = await this.system.run('devices: find what is asked for', (tx) => this.requests.companies(tx));
      while (companies.length > 0) companies = await this.round(companies);
    } while (this.isAskedAgain);
  }

  /** @returns the companies that may have more */
  private async round(companies: readonly TenantId[]): Promise<TenantId[]> {
    const unfinished: TenantId[] = [];
    for (const company of companies) {
      const onFault = (error: unknown): void => this.log.error('devices.device-not-added', { tenantId: company, error });
      if (await this.addAsked.execute(company, A_TURN, onFault)) unfinished.push(company);
    }
    return unfinished;
  }
}
