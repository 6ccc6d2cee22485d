import { Injectable } from '@nestjs/common';
import { deviceMessage } from '@tenon/contracts/wire';
import type { TenantActor } from '@tenon/domain/identity';
import { endsAtOnce, Fanout } from '@tenon/runtime';
import { ReadDevices } from '../application/read-devices.js';
import { showDevice } from '../graphql/show.js';

/** Tells screens of changes to a machine. The process's listener hands in what it hears; each follower then reads the machine as itself. */
@Injectable()
export class DeviceChanges {
  private readonly fanout = new Fanout<true>();

  constructor(private readonly devices: ReadDevices) {}

  /** Takes one message of DEVICE_CHANNEL. */
  heard(payload: string): void {
    const message = deviceMessage.safeParse(JSON.parse(payload));
    if (message.success && message.data.deviceId) this.fanout.push(message.data.deviceId, true);
  }

  /** Whatever was said while the listener was away was missed: everyone looks again. */
  missedSome(): void {
    for (const id of this.fanout.keys()) this.fanout.push(id, true);
  }

  /** The machine now, and again after each change. @throws AppError (not-found) DEVICE.NOT_FOUND, also once it is deleted */
  follow(actor: TenantActor, id: string): AsyncGenerator<ReturnType<typeof showDevice>, void, void> {
    return this.followed(id, async () => showDevice(await this.devices.one(actor, id)));
  }

  /** What is read of a machine now, and again after each change. */
  followed<Shown>(id: string, read: () => Promise<Shown>): AsyncGenerator<Shown, void, void> {
    const changes = this.fanout.follow(id);
    return endsAtOnce(changes, tell(changes, read));
  }
}

async function* tell<Shown>(changes: AsyncIterableIterator<true>, read: () => Promise<Shown>): AsyncGenerator<Shown, void, void> {
  try {
    yield await read();
    for await (const _ of changes) yield await read();
  } finally {
    await changes.return?.();
  }
}
