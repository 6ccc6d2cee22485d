import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { PLACE_COLUMNS, type ListedMachine, type MachineList } from '@tenon/domain/devices';
import { findPlaces } from '@tenon/domain/places';
import { readTagNames, tagKey } from '@tenon/domain/tags';
import { AppError } from '@tenon/kernel';
import { PlaceRepository, type PlaceRow } from '../../places/persistence/place.repository.js';
import { TagDevices } from '../../tags/application/tag-devices.js';
import { DeviceTypeRepository } from '../../types/persistence/device-type.repository.js';
import type { RowFault } from './row-fault.js';

/** What a machine of a list is to have. */
export interface Sorting {
  readonly typeId: string | null;
  readonly placeId: string | null;
  readonly tagIds: readonly string[];
}

/** What is wrong with a cell. */
type CellFault = Omit<RowFault, 'row'>;
type Found<Value> = { readonly value: Value } | { readonly fault: CellFault };

/** Finds what a list calls by name: device types and places that there are, and tags, which are made where they are not. */
@Injectable()
export class SortListed {
  constructor(
    private readonly places: PlaceRepository,
    private readonly types: DeviceTypeRepository,
    private readonly tagging: TagDevices,
  ) {}

  /** By row. @throws AppError (limited) TAG.TOO_MANY of the company's */
  async within(tx: TenantTx, list: MachineList): Promise<{ readonly sorted: ReadonlyMap<number, Sorting>; readonly faults: RowFault[] }> {
    const { heads, machines } = list;
    const types = new Map(heads.type === undefined ? [] : (await this.types.findByNames(tx, machines.flatMap(({ sorting }) => sorting.type ?? []))).map(({ id, name }) => [name, id]));
    const places = PLACE_COLUMNS.some((column) => heads[column] !== undefined) ? await this.places.all(tx) : [];
    const named = machines.map((machine) => ({ row: machine.row, type: typeOf(types, list, machine), place: placeOf(places, list, machine), tags: tagsOf(list, machine) }));
    const faults = named.flatMap(({ row, type, place, tags }) => [type, place, tags].flatMap((found) => ('fault' in found ? [{ row, ...found.fault }] : [])));
    const tags = new Map((await this.tagging.named(tx, distinct(named.flatMap((one) => ('value' in one.tags ? one.tags.value : []))))).map(({ id, name }) => [tagKey(name), id]));
    const sorted = named.map(({ row, type, place, tags: names }) => [row, { typeId: valueOf(type), placeId: valueOf(place), tagIds: 'value' in names ? names.value.flatMap((name) => tags.get(tagKey(name)) ?? []) : [] }] as const);
    return { sorted: new Map(sorted), faults };
  }
}

const distinct = (names: readonly string[]): string[] => [...new Map(names.map((name) => [tagKey(name), name])).values()];
const valueOf = <Value>(found: Found<Value | null>): Value | null => ('value' in found ? found.value : null);

function typeOf(types: ReadonlyMap<string, string>, { heads }: MachineList, { sorting: { type } }: ListedMachine): Found<string | null> {
  if (type === undefined) return { value: null };
  const value = types.get(type);
  return value === undefined ? { fault: { column: heads.type ?? '', code: 'DEVICE_LIST.NO_TYPE', details: { name: type } } } : { value };
}

function placeOf(places: readonly PlaceRow[], { heads }: MachineList, { sorting }: ListedMachine): Found<string | null> {
  const innermost = PLACE_COLUMNS.findLast((column) => sorting[column] !== undefined);
  if (!innermost) return { value: null };
  const found = findPlaces(places, sorting);
  const [place] = found;
  if (place && found.length === 1) return { value: place.id };
  return { fault: { column: heads[innermost] ?? '', code: place ? 'DEVICE_LIST.PLACE_AMBIGUOUS' : 'DEVICE_LIST.NO_PLACE', details: { name: sorting[innermost] ?? '' } } };
}

function tagsOf({ heads }: MachineList, { tags }: ListedMachine): Found<readonly string[]> {
  try {
    return { value: readTagNames(tags) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { fault: { column: heads.tags ?? '', code: error.code, details: error.details } };
  }
}
