import { commandTo, noteOf, proofOf, RANGE } from './asked.js';
import type { OwnOnly, Probes } from './probe.js';

/** Machines, their metrics and notes. */
export const machinesProbes: Probes = {
  'Query.device': { by: (c) => `{ device(id: "${c.ids.device}") { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Query.seriesRange': { by: (c) => `{ seriesRange(input: { seriesIds: ["${c.ids.series}"], ${RANGE} }) { seriesId } }`, says: 'SERIES.NOT_FOUND' },
  'Query.seriesOverview': { by: (c) => `{ seriesOverview(seriesId: "${c.ids.series}") { seriesId } }`, says: 'SERIES.NOT_FOUND' },
  'Query.seriesPoints': { by: (c) => `{ seriesPoints(input: { seriesId: "${c.ids.series}", ${RANGE} }) { nodes { at } } }`, says: 'SERIES.NOT_FOUND' },
  'Query.seriesStates': { by: (c) => `{ seriesStates(input: { seriesId: "${c.ids.series}", ${RANGE} }) { value } }`, says: 'SERIES.NOT_FOUND' },
  'Query.machineCompleteness': { by: (c) => `{ machineCompleteness(deviceId: "${c.ids.device}") { deviceId gaps { nodes { id } } } }`, says: 'DEVICE.NOT_FOUND' },
  'Query.deviceControl': { by: (c) => `{ deviceControl(deviceId: "${c.ids.device}") { deviceId } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.sendCommand': { by: (c) => commandTo(c.ids.device), says: 'DEVICE.NOT_FOUND' },
  'Mutation.cancelCommand': { by: (c) => `mutation { cancelCommand(id: "${c.ids.command}") { id } }`, says: 'COMMAND.NOT_FOUND' },
  'Mutation.setDesiredState': { by: (c) => `mutation { setDesiredState(input: { deviceId: "${c.ids.device}", values: { stolen: true } }) { deviceId } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.addAnnotation': { by: (c) => noteOf(c.ids.device), says: 'DEVICE.NOT_FOUND' },
  'Mutation.updateAnnotation': { by: (c) => `mutation { updateAnnotation(input: { id: "${c.ids.note}", text: "stolen" }) { id } }`, says: 'ANNOTATION.NOT_FOUND' },
  'Mutation.deleteAnnotation': { by: (c) => `mutation { deleteAnnotation(id: "${c.ids.note}") }`, says: 'ANNOTATION.NOT_FOUND' },
  'Mutation.renameDevice': { by: (c) => `mutation { renameDevice(input: { id: "${c.ids.device}", name: "stolen" }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.setGatewayMode': { by: (c) => `mutation { setGatewayMode(input: { id: "${c.ids.device}", mode: OPEN }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.placeBehindGateway': { by: (c) => `mutation { placeBehindGateway(input: { id: "${c.ids.device}" }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.deleteDevice': { by: (c) => `mutation { deleteDevice(id: "${c.ids.device}") }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.rotateDeviceToken': { by: (c) => `mutation { rotateDeviceToken(id: "${c.ids.device}") { token } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.revokeDeviceToken': { by: (c) => `mutation { revokeDeviceToken(id: "${c.ids.device}") { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Query.deviceCertificates': { by: (c) => `{ deviceCertificates(deviceId: "${c.ids.device}") { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.issueDeviceCertificate': { by: (c) => `mutation { issueDeviceCertificate(input: { deviceId: "${c.ids.device}", request: "stolen" }) { pem } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.revokeDeviceCertificate': { by: (c) => `mutation { revokeDeviceCertificate(id: "${c.ids.certificate}") { id } }`, says: 'CERTIFICATE.NOT_FOUND' },
  'Mutation.proveCertificateAuthority': { by: (c) => proofOf(c.ids.authority), says: 'CERTIFICATE_AUTHORITY.NOT_FOUND' },
  'Mutation.endCertificateAuthority': { by: (c) => `mutation { endCertificateAuthority(id: "${c.ids.authority}") { id } }`, says: 'CERTIFICATE_AUTHORITY.NOT_FOUND' },
  'Mutation.revokeCertificateSerials': { by: (c) => `mutation { revokeCertificateSerials(input: { id: "${c.ids.authority}", serials: ["01"] }) { id } }`, says: 'CERTIFICATE_AUTHORITY.NOT_FOUND' },
  'Mutation.deleteReadings': { by: (c) => `mutation { deleteReadings(input: { deviceId: "${c.ids.device}", keys: ["t"], ${RANGE} }) { id } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.describeSeries': { by: (c) => `mutation { describeSeries(input: { id: "${c.ids.series}", quantity: GAUGE }) { id } }`, says: 'SERIES.NOT_FOUND' },
};

export const machinesOwnOnly: OwnOnly = {
  'Query.devices': '{ devices { totalCount } }',
  'Query.certificateAuthorities': '{ certificateAuthorities { id } }',
  'Mutation.addCertificateAuthority': `mutation { addCertificateAuthority(input: { name: "nobody’s", certificate: "none" }) { id } }`,
  'Query.completeness': '{ completeness { month machines { nodes { name } } } }',
  'Query.series': '{ series { nodes { id } } }',
  'Mutation.createDevice': 'mutation { createDevice(input: { name: "nobody’s" }) { token } }',
  'Mutation.addSimulatedDevice': 'mutation { addSimulatedDevice(input: {}) { id } }',
};
