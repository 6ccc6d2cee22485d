import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demandPosition, orderWith, PLACE_LIMITS, readPlaceName, type PlaceKind } from '@tenon/domain/places';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, limited, notFound } from '@tenon/kernel';
import { PlacedDeviceRepository } from '../persistence/placed-device.repository.js';
import { PlaceRepository, type PlaceRow } from '../persistence/place.repository.js';
import { readZone } from './read-zone.js';

/** A place that is to be. */
export interface NewPlace {
  readonly kind: PlaceKind;
  readonly name: string;
  /** Null or left out: directly in the company. */
  readonly parentId?: string | null | undefined;
  /** Of a site alone. */
  readonly timeZone?: string | null | undefined;
}

/** What of a place is to be another; what is left out stays. */
export interface PlaceChanges {
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly kind?: PlaceKind | null | undefined;
  /** Null: the company's. */
  readonly timeZone?: string | null | undefined;
}

function found(places: readonly PlaceRow[], id: string): PlaceRow {
  const place = places.find((one) => one.id === id);
  if (!place) throw notFound('PLACE.NOT_FOUND', 'There is no such place.');
  return place;
}

const beside = (places: readonly PlaceRow[], parentId: string | null): string[] => places.filter((place) => place.parentId === parentId).map(({ id }) => id);
const words = ({ name, kind, timeZone }: PlaceRow): object => ({ name, kind, timeZone });
const nameOf = (places: readonly PlaceRow[], id: string | null): string | null => places.find((place) => place.id === id)?.name ?? null;

/** Makes, renames, moves and deletes places. Each holds the company's tree while it does so: two moves, each right by itself, cannot make a ring together. */
@Injectable()
export class KeepPlaces {
  constructor(
    private readonly db: TenantDb,
    private readonly places: PlaceRepository,
    private readonly machines: PlacedDeviceRepository,
  ) {}

  /** Makes a place, last of those beside it. Repeating it fails with PLACE.NAME_TAKEN. @throws AppError as demandPosition, readPlaceName, readZone; (limited) PLACE.TOO_MANY */
  create(actor: TenantActor, { kind, name, parentId = null, timeZone = null }: NewPlace): Promise<PlaceRow> {
    return this.db.transaction(actor, async (tx) => {
      const places = await this.places.allForUpdate(tx);
      if (places.length >= PLACE_LIMITS.places) throw limited('PLACE.TOO_MANY', `A company has at most ${PLACE_LIMITS.places} places.`, { limit: PLACE_LIMITS.places });
      demandPosition(places, { kind, parentId });
      const place = { id: tx.newId(), kind, parentId, name: readPlaceName(name), position: lastOf(places, parentId) + 1, timeZone: readZone(kind, timeZone) };
      await this.places.insert(tx, place);
      await tx.audit('place.created', { placeId: place.id, ...words(place), within: nameOf(places, parentId) });
      return place;
    });
  }

  /** Says what a place is called and what it is. Repeating it changes nothing more. @throws AppError as create; PLACE.NOT_FOUND */
  update(actor: TenantActor, { id, ...wanted }: PlaceChanges): Promise<PlaceRow> {
    return this.db.transaction(actor, async (tx) => {
      const places = await this.places.allForUpdate(tx);
      const before = found(places, id);
      const kind = wanted.kind ?? before.kind;
      if (kind !== before.kind) demandPosition(places, { id, kind, parentId: before.parentId });
      const after = { ...before, kind, name: wanted.name == null ? before.name : readPlaceName(wanted.name), timeZone: wanted.timeZone === undefined ? before.timeZone : readZone(kind, wanted.timeZone) };
      await this.places.describe(tx, id, after);
      await tx.audit('place.updated', { placeId: id, before: words(before), after: words(after) });
      return after;
    });
  }

  /** Moves a place with all that lies and stands in it. Repeating it changes nothing more. @throws AppError as demandPosition; PLACE.NOT_FOUND; (conflict) PLACE.NAME_TAKEN */
  move(actor: TenantActor, { id, parentId = null, beforeId = null }: { readonly id: string; readonly parentId?: string | null | undefined; readonly beforeId?: string | null | undefined }): Promise<PlaceRow> {
    return this.db.transaction(actor, async (tx) => {
      const places = await this.places.allForUpdate(tx);
      const place = found(places, id);
      demandPosition(places, { id, kind: place.kind, parentId });
      const order = orderWith(beside(places, parentId), id, beforeId);
      await this.places.move(tx, place, parentId, order);
      const [before, after] = [place.parentId, parentId].map((outer) => nameOf(places, outer));
      await tx.audit('place.moved', { placeId: id, name: place.name, before, after });
      return { ...place, parentId, position: order.indexOf(id) + 1 };
    });
  }

  /** Deletes a place in which nothing is. Repeating it fails with PLACE.NOT_FOUND. @throws AppError (conflict) PLACE.NOT_EMPTY, with how many places and machines are in it */
  delete(actor: TenantActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const places = await this.places.allForUpdate(tx);
      const place = found(places, id);
      await this.demandEmpty(tx, place, beside(places, id).length);
      await this.places.delete(tx, id);
      await tx.audit('place.deleted', { placeId: id, name: place.name, kind: place.kind });
      return id;
    });
  }

  private async demandEmpty(tx: TenantTx, { id }: PlaceRow, inner: number): Promise<void> {
    const machines = await this.machines.countIn(tx, id);
    if (inner + machines > 0) throw conflict('PLACE.NOT_EMPTY', 'Something is in this place.', { places: inner, machines });
  }
}

function lastOf(places: readonly PlaceRow[], parentId: string | null): number {
  return Math.max(0, ...places.filter((place) => place.parentId === parentId).map(({ position }) => position));
}
