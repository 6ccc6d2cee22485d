import { Injectable } from '@nestjs/common';
import { RoomInPlan } from '@tenon/billing';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { MOULDING_PROFILES, type MouldingProfile } from '@tenon/domain/simulation';
import { limited } from '@tenon/kernel';
import { DeviceTokenRepository } from '../persistence/device-token.repository.js';
import { DeviceRepository } from '../persistence/device.repository.js';
import type { DeviceRow } from '../persistence/device-row.js';
import { readDeviceName } from './device-name.js';
import { SimulatorKey, simulatorToken } from './simulator-token.js';
import { tellDevice } from './tell-device.js';

const MOST_SIMULATED = 20;
const NAME_IN = { ZH: 'nameZh', EN: 'nameEn' } as const satisfies Record<string, keyof MouldingProfile>;

/** What may be said about a simulated machine. */
export interface SimulatedDeviceInput {
  /** Without it, the profile's, in this language. */
  readonly name?: string | null | undefined;
  readonly language?: keyof typeof NAME_IN | null | undefined;
  /** Without it, the next on offer is taken. */
  readonly profile?: MouldingProfile;
}

/** Machines on offer: those that work, and first the one that works around the clock, so that a newcomer sees something move at any hour. */
const ON_OFFER = MOULDING_PROFILES.filter((profile) => !profile.isOutOfService).sort(
  (a, b) => Number(b.shiftPattern === 'three-shift') - Number(a.shiftPattern === 'three-shift'),
);

/** Adds a simulated injection-moulding machine; the worker starts it as soon as this commits. Doing it twice adds two. */
@Injectable()
export class AddSimulatedDevice {
  constructor(
    private readonly db: TenantDb,
    private readonly devices: DeviceRepository,
    private readonly tokens: DeviceTokenRepository,
    private readonly key: SimulatorKey,
    private readonly room: RoomInPlan,
  ) {}

  /** @throws AppError (limited) DEVICE.TOO_MANY_SIMULATED, QUOTA.REACHED */
  execute(actor: TenantActor, input: SimulatedDeviceInput): Promise<DeviceRow> {
    return this.db.transaction(actor, async (tx) => {
      const count = await this.devices.countSimulated(tx);
      if (count >= MOST_SIMULATED) throw limited('DEVICE.TOO_MANY_SIMULATED', `A company has at most ${MOST_SIMULATED} simulated machines.`, { limit: MOST_SIMULATED });
      await this.room.take(tx, 'devices');
      const { profile, name: freeName } = await this.pick(tx, input);
      const name = readDeviceName(input.name ?? freeName);
      const { id } = await this.devices.insert(tx, { name, kind: 'simulated', profile: profile.id });
      await this.tokens.insert(tx, id, simulatorToken(this.key, id));
      await tx.audit('device.created', { deviceId: id, name, kind: 'simulated' });
      await tellDevice(tx, 'changed', id);
      return this.devices.get(tx, id);
    });
  }

  /**
   * The first machine on offer whose name is free, in either language, or this one; from the second round on with a number.
   * Names of deleted machines are free again.
   */
  private async pick(tx: TenantTx, { profile: wanted, language }: SimulatedDeviceInput): Promise<{ profile: MouldingProfile; name: string }> {
    const offered = wanted ? [wanted] : ON_OFFER;
    for (let round = 1; ; round += 1) {
      const numbered = (name: string): string => (round === 1 ? name : `${name} (${round})`);
      const namesOf = (profile: MouldingProfile): string[] => Object.values(NAME_IN).map((name) => numbered(profile[name]));
      const taken = await this.devices.takenNames(tx, offered.flatMap(namesOf));
      const free = offered.find((profile) => !namesOf(profile).some((name) => taken.has(name)));
      if (free) return { profile: free, name: numbered(free[NAME_IN[language ?? 'ZH']]) };
    }
  }
}
