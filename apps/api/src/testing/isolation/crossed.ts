import { bindIndicators, chooseEnergy, RANGE } from './asked.js';
import type { Probes } from './probe.js';

/** B's own things pointed at A's: these pass the first look, which finds what is B's own. */
export const CROSSED: Probes = {
  'energy of B reading a metric of A': { by: (c) => chooseEnergy(c.own.energy, c.ids.series), says: 'SERIES.NOT_FOUND' },
  'energy of B reading one of its own and one of A': { by: (c) => chooseEnergy(c.own.energy, c.own.series, c.ids.series), says: 'SERIES.NOT_FOUND' },
  'indicators of B reading a metric of A': { by: (c) => bindIndicators(c.own.indicators, c.ids.series), says: 'SERIES.NOT_FOUND' },
  'a person of B given a role of A': { by: (c) => `mutation { changeMemberRole(input: { id: "${c.own.person}", roleId: "${c.ids.role}" }) { id } }`, says: 'ROLE.NOT_FOUND' },
  'a person invited by B to a role of A': { by: (c) => `mutation { invitePerson(input: { email: "new@example.com", roleId: "${c.ids.role}", language: EN }) { id } }`, says: 'ROLE.NOT_FOUND' },
  'a machine of B given a type of A': { by: (c) => `mutation { assignDeviceType(input: { deviceIds: ["${c.own.device}"], typeId: "${c.ids.type}" }) { id } }`, says: 'DEVICE_TYPE.NOT_FOUND' },
  'a machine of B put behind a machine of A': { by: (c) => `mutation { placeBehindGateway(input: { id: "${c.own.device}", gatewayId: "${c.ids.device}" }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'a machine of A given no type by B': { by: (c) => `mutation { assignDeviceType(input: { deviceIds: ["${c.own.device}", "${c.ids.device}"] }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'a machine of B put into a place of A': { by: (c) => `mutation { placeDevice(input: { id: "${c.own.device}", placeId: "${c.ids.place}" }) { id } }`, says: 'PLACE.NOT_FOUND' },
  'a place of B made within one of A': { by: (c) => `mutation { createPlace(input: { kind: LINE, name: "stolen", parentId: "${c.ids.place}" }) { id } }`, says: 'PLACE.NOT_FOUND' },
  'machines of B moved to a place of A': { by: (c) => `mutation { startBulkAction(input: { kind: PLACE, placeId: "${c.ids.place}", machines: { deviceIds: ["${c.own.device}"] } }) { id } }`, says: 'PLACE.NOT_FOUND' },
  'machines of B given a type of A': { by: (c) => `mutation { startBulkAction(input: { kind: TYPE, typeId: "${c.ids.type}", machines: { deviceIds: ["${c.own.device}"] } }) { id } }`, says: 'DEVICE_TYPE.NOT_FOUND' },
  'a type of B drawn from a machine of A': { by: (c) => `mutation { createDeviceType(input: { deviceId: "${c.ids.device}" }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'a range of B’s own metric and of A’s': { by: (c) => `{ seriesRange(input: { seriesIds: ["${c.own.series}", "${c.ids.series}"], ${RANGE} }) { seriesId } }`, says: 'SERIES.NOT_FOUND' },
};
