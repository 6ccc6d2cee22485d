import type { INestApplicationContext } from '@nestjs/common';
import { AssignDeviceType, CreateDeviceType, KeepPlaces, PlaceDevice, ReadDevices, ReadPlaces, TagDevice } from '@tenon/devices/api';
import type { UserActor } from '@tenon/domain/identity';
import type { PlaceKind } from '@tenon/domain/places';

interface DemoPlace {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly within: string | null;
}

/** A moulding works as there are many at Baoshan: one site, its shops, small machines on one line and large ones on another. */
const PLACES: readonly DemoPlace[] = [
  { name: '宝山厂', kind: 'site', within: null },
  { name: '注塑车间', kind: 'area', within: '宝山厂' },
  { name: '小机台线', kind: 'line', within: '注塑车间' },
  { name: '大机台线', kind: 'line', within: '注塑车间' },
  { name: '模具车间', kind: 'area', within: '宝山厂' },
  { name: '原料库', kind: 'storage', within: '宝山厂' },
];
/** Tonnes of clamping force up to which a machine stands among the small ones. */
const SMALL_UP_TO_T = 160;
const TYPE = '注塑机';

/** Lays the demo company's plant out, and says what its machines are. What is there already is left as it is. */
export async function layOutPlant(app: INestApplicationContext, actor: UserActor): Promise<void> {
  const { nodes } = await app.get(ReadDevices, { strict: false }).page(actor, { first: 100 });
  const machines = nodes.filter(({ kind }) => kind === 'simulated');
  const places = await makePlaces(app, actor);
  for (const { id, name } of machines) {
    const isSmall = Number(/(\d+) ?吨/u.exec(name)?.[1] ?? 0) <= SMALL_UP_TO_T;
    await app.get(PlaceDevice, { strict: false }).execute(actor, { id, placeId: places.get(isSmall ? '小机台线' : '大机台线') });
    await app.get(TagDevice, { strict: false }).execute(actor, { id, tags: [isSmall ? '精密件' : '家电壳体'] });
  }
  await giveType(app, actor, machines.filter(({ typeId }) => typeId === null).map(({ id }) => id));
}

/** The places by their names. */
async function makePlaces(app: INestApplicationContext, actor: UserActor): Promise<ReadonlyMap<string, string>> {
  const { places } = await app.get(ReadPlaces, { strict: false }).tree(actor);
  const ids = new Map(places.map(({ name, id }) => [name, id]));
  for (const { name, kind, within } of PLACES) {
    if (ids.has(name)) continue;
    const { id } = await app.get(KeepPlaces, { strict: false }).create(actor, { kind, name, parentId: within === null ? null : ids.get(within) });
    ids.set(name, id);
  }
  return ids;
}

async function giveType(app: INestApplicationContext, actor: UserActor, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  const { id: typeId } = await app.get(CreateDeviceType, { strict: false }).execute(actor, { name: TYPE, libraryKey: 'injection-moulding' });
  await app.get(AssignDeviceType, { strict: false }).execute(actor, { deviceIds, typeId });
}
