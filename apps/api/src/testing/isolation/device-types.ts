import type { OwnOnly, Probes } from './probe.js';

const MODEL = 'model: { metrics: [] }';

/** Device types, their drafts, and machines that have them. */
export const deviceTypesProbes: Probes = {
  'Query.deviceType': { by: (c) => `{ deviceType(id: "${c.ids.type}") { id } }`, says: 'DEVICE_TYPE.NOT_FOUND' },
  'Mutation.updateDeviceType': { by: (c) => `mutation { updateDeviceType(input: { id: "${c.ids.type}", name: "stolen" }) { id } }`, says: 'DEVICE_TYPE.NOT_FOUND' },
  'Mutation.duplicateDeviceType': { by: (c) => `mutation { duplicateDeviceType(input: { id: "${c.ids.type}", name: "stolen" }) { id } }`, says: 'DEVICE_TYPE.NOT_FOUND' },
  'Mutation.deleteDeviceType': { by: (c) => `mutation { deleteDeviceType(id: "${c.ids.type}") }`, says: 'DEVICE_TYPE.NOT_FOUND' },
  'Mutation.saveDeviceTypeDraft': { by: (c) => `mutation { saveDeviceTypeDraft(input: { id: "${c.ids.type}", ${MODEL} }) { id } }`, says: 'DEVICE_TYPE.NOT_FOUND' },
  'Mutation.discardDeviceTypeDraft': { by: (c) => `mutation { discardDeviceTypeDraft(id: "${c.ids.type}", revision: 1) { id } }`, says: 'DEVICE_TYPE.NOT_FOUND' },
  'Mutation.publishDeviceType': { by: (c) => `mutation { publishDeviceType(input: { id: "${c.ids.type}", revision: 1 }) { id } }`, says: 'DEVICE_TYPE.NOT_FOUND' },
  'Mutation.addSeenMetrics': { by: (c) => `mutation { addSeenMetrics(deviceId: "${c.ids.device}", keys: ["kwh"]) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.assignDeviceType': { by: (c) => `mutation { assignDeviceType(input: { deviceIds: ["${c.ids.device}"] }) { id } }`, says: 'DEVICE.NOT_FOUND' },
};

export const deviceTypesOwnOnly: OwnOnly = {
  'Query.deviceTypes': '{ deviceTypes { nodes { id } } }',
  'Query.deviceTypeLibrary': '{ deviceTypeLibrary { key } }',
  'Query.checkDeviceType': '{ checkDeviceType(document: "{}") { name } }',
  'Mutation.createDeviceType': 'mutation { createDeviceType(input: { name: "nobody’s" }) { id } }',
};
