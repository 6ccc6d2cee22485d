import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { countsWithin, NO_MACHINES, sumOf, type MachineCounts } from '@tenon/domain/places';
import type { TenantActor } from '@tenon/domain/identity';
import { PlacedDeviceRepository } from '../persistence/placed-device.repository.js';
import { PlaceRepository, type PlaceRow } from '../persistence/place.repository.js';

/** The company's tree, and how many machines in use are where. */
export interface PlaceTree {
  readonly places: readonly (PlaceRow & { readonly machines: MachineCounts })[];
  readonly unplaced: MachineCounts;
  readonly all: MachineCounts;
  readonly retired: number;
}

/** Reads where machines stand. */
@Injectable()
export class ReadPlaces {
  constructor(
    private readonly db: TenantDb,
    private readonly places: PlaceRepository,
    private readonly machines: PlacedDeviceRepository,
  ) {}

  /** The whole tree. Machines are counted where they stand by the database, and summed up outwards here. */
  tree(actor: TenantActor): Promise<PlaceTree> {
    return this.db.read(actor, async (tx) => {
      const [places, { placed: own, retired }] = await Promise.all([this.places.all(tx), this.machines.counts(tx)]);
      const placed = new Map([...own].flatMap(([id, counts]) => (id === null ? [] : [[id, counts] as const])));
      const within = countsWithin(places, placed);
      return { places: places.map((place) => ({ ...place, machines: within.get(place.id) ?? NO_MACHINES })), unplaced: own.get(null) ?? NO_MACHINES, all: sumOf(own.values()), retired };
    });
  }

  /** The way to each of these places, itself last. */
  paths(actor: TenantActor, ids: readonly string[]): Promise<ReadonlyMap<string, readonly PlaceRow[]>> {
    return this.db.read(actor, (tx) => this.places.pathsTo(tx, ids));
  }
}
