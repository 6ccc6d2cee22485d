import { Injectable } from '@nestjs/common';
import { exportMessage } from '@tenon/contracts/wire';
import type { TenantActor } from '@tenon/domain/identity';
import { endsAtOnce, Fanout } from '@tenon/runtime';
import { ReadExports } from '../application/read-exports.js';
import type { ExportRow } from '../persistence/export.repository.js';

/** Tells screens how far a company's exports are. */
@Injectable()
export class ExportChanges {
  private readonly fanout = new Fanout<true>();

  constructor(private readonly exports: ReadExports) {}

  /** Takes one message of EXPORT_CHANNEL. */
  heard(payload: string): void {
    const message = exportMessage.safeParse(JSON.parse(payload));
    if (message.success) this.fanout.push(message.data.tenantId, true);
  }

  /** Whatever was said while the listener was away was missed: everyone looks again. */
  missedSome(): void {
    for (const key of this.fanout.keys()) this.fanout.push(key, true);
  }

  /** The list now, and again after each change. */
  follow(actor: TenantActor): AsyncGenerator<ExportRow[], void, void> {
    const changes = this.fanout.follow(actor.tenantId);
    return endsAtOnce(changes, this.tell(changes, actor));
  }

  private async *tell(changes: AsyncIterableIterator<true>, actor: TenantActor): AsyncGenerator<ExportRow[], void, void> {
    try {
      yield await this.exports.execute(actor);
      for await (const _ of changes) yield await this.exports.execute(actor);
    } finally {
      await changes.return?.();
    }
  }
}
