import { Injectable } from '@nestjs/common';
import { resultMessage } from '@tenon/contracts/wire';
import type { TenantActor } from '@tenon/domain/identity';
import { endsAtOnce, Fanout } from '@tenon/runtime';
import { ReadEnergyProgress, type EnergyProgress } from '../application/read-energy-progress.js';

/** Tells screens that a subscription has new results. */
@Injectable()
export class EnergyChanges {
  private readonly fanout = new Fanout<true>();

  constructor(private readonly progress: ReadEnergyProgress) {}

  /** Takes one message of RESULT_CHANNEL. */
  heard(payload: string): void {
    const message = resultMessage.safeParse(JSON.parse(payload));
    if (message.success) this.fanout.push(message.data.subscriptionId, true);
  }

  /** Whatever was said while the listener was away was missed: everyone looks again. */
  missedSome(): void {
    for (const id of this.fanout.keys()) this.fanout.push(id, true);
  }

  /** Progress now, and again after each change. @throws AppError (not-found) SUBSCRIPTION.NOT_FOUND */
  follow(actor: TenantActor, subscriptionId: string): AsyncGenerator<EnergyProgress, void, void> {
    const changes = this.fanout.follow(subscriptionId);
    return endsAtOnce(changes, this.tell(changes, actor, subscriptionId));
  }

  private async *tell(changes: AsyncIterableIterator<true>, actor: TenantActor, subscriptionId: string): AsyncGenerator<EnergyProgress, void, void> {
    try {
      yield await this.progress.execute(actor, subscriptionId);
      for await (const _ of changes) yield await this.progress.execute(actor, subscriptionId);
    } finally {
      await changes.return?.();
    }
  }
}
