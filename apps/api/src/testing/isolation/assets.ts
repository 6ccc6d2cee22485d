import type { OwnOnly, Probes } from './probe.js';

/** Where machines stand, the words they are sorted by, and machines out of use. */
export const assetsProbes: Probes = {
  'Mutation.updatePlace': { by: (c) => `mutation { updatePlace(input: { id: "${c.ids.place}", name: "stolen" }) { id } }`, says: 'PLACE.NOT_FOUND' },
  'Mutation.movePlace': { by: (c) => `mutation { movePlace(input: { id: "${c.ids.place}" }) { id } }`, says: 'PLACE.NOT_FOUND' },
  'Mutation.deletePlace': { by: (c) => `mutation { deletePlace(id: "${c.ids.place}") }`, says: 'PLACE.NOT_FOUND' },
  'Mutation.placeDevice': { by: (c) => `mutation { placeDevice(input: { id: "${c.ids.device}" }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.tagDevice': { by: (c) => `mutation { tagDevice(input: { id: "${c.ids.device}", tags: ["stolen"] }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.renameTag': { by: (c) => `mutation { renameTag(input: { id: "${c.ids.tag}", name: "stolen" }) { id } }`, says: 'TAG.NOT_FOUND' },
  'Mutation.mergeTags': { by: (c) => `mutation { mergeTags(input: { id: "${c.ids.tag}", into: "${c.ids.device}" }) { id } }`, says: 'TAG.NOT_FOUND' },
  'Mutation.deleteTag': { by: (c) => `mutation { deleteTag(id: "${c.ids.tag}") }`, says: 'TAG.NOT_FOUND' },
  'Query.bulkAction': { by: (c) => `{ bulkAction(id: "${c.ids.bulkAction}") { id } }`, says: 'BULK_ACTION.NOT_FOUND' },
  'Mutation.startBulkAction': { by: (c) => `mutation { startBulkAction(input: { kind: RETIRE, machines: { deviceIds: ["${c.ids.device}"] } }) { id } }`, says: 'BULK_ACTION.NOTHING' },
  'Mutation.rotateDeviceTokens': { by: (c) => `mutation { rotateDeviceTokens(machines: { deviceIds: ["${c.ids.device}"] }) { list } }`, says: 'BULK_ACTION.NOTHING' },
  'Mutation.retireDevice': { by: (c) => `mutation { retireDevice(id: "${c.ids.device}") { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.reinstateDevice': { by: (c) => `mutation { reinstateDevice(id: "${c.ids.device}") { id } }`, says: 'DEVICE.NOT_FOUND' },
};

export const assetsOwnOnly: OwnOnly = {
  'Query.plantTree': '{ plantTree { places { place { name } } all { total } } }',
  'Query.bulkActions': '{ bulkActions { id results { nodes { name } } } }',
  'Query.tags': '{ tags { name } }',
  'Mutation.createPlace': 'mutation { createPlace(input: { kind: SITE, name: "nobody’s" }) { id } }',
};
