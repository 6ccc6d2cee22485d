import { OTA_PACKAGE, PLAN } from './asked.js';
import type { OwnOnly, Probes } from './probe.js';

/** What machines are given to run. */
export const campaignProbes: Probes = {
  'Query.otaPackage': { by: (c) => `{ otaPackage(id: "${c.ids.otaPackage}") { id title } }`, says: 'OTA_PACKAGE.NOT_FOUND' },
  'Mutation.deleteOtaPackage': { by: (c) => `mutation { deleteOtaPackage(id: "${c.ids.otaPackage}") }`, says: 'OTA_PACKAGE.NOT_FOUND' },
  'Query.campaign': { by: (c) => `{ campaign(id: "${c.ids.campaign}") { id name machines { nodes { name } } } }`, says: 'CAMPAIGN.NOT_FOUND' },
  'Query.campaignPreview': { by: (c) => `{ campaignPreview(machines: { deviceIds: ["${c.ids.device}"] }, values: { a: 1 }) { first { name } } }`, says: 'CAMPAIGN.NOBODY' },
  'Query.deviceUpdates': { by: (c) => `{ deviceUpdates(deviceId: "${c.ids.device}") { campaigns { name } } }`, says: 'DEVICE.NOT_FOUND' },
  'Mutation.startCampaign': { by: (c) => `mutation { startCampaign(input: { name: "stolen", packageId: "${c.ids.otaPackage}", machines: { deviceIds: ["${c.ids.device}"] }, ${PLAN} }) { id } }`, says: 'OTA_PACKAGE.NOT_FOUND' },
  'Mutation.pauseCampaign': { by: (c) => `mutation { pauseCampaign(id: "${c.ids.campaign}") { id } }`, says: 'CAMPAIGN.NOT_FOUND' },
  'Mutation.resumeCampaign': { by: (c) => `mutation { resumeCampaign(id: "${c.ids.campaign}") { id } }`, says: 'CAMPAIGN.NOT_FOUND' },
  'Mutation.abortCampaign': { by: (c) => `mutation { abortCampaign(id: "${c.ids.campaign}") { id } }`, says: 'CAMPAIGN.NOT_FOUND' },
  'Mutation.rollBackCampaign': { by: (c) => `mutation { rollBackCampaign(id: "${c.ids.campaign}") { id } }`, says: 'CAMPAIGN.NOT_FOUND' },
};

export const campaignOwnOnly: OwnOnly = {
  'Query.otaPackages': '{ otaPackages { nodes { id title } } }',
  'Query.campaigns': '{ campaigns { nodes { id name machines { nodes { name } } } } }',
  'Query.otaSettings': '{ otaSettings { publicKey packages storedBytes keys { id publicKey } } }',
  'Mutation.replaceOtaKey': 'mutation { replaceOtaKey { keys { id publicKey } } }',
  'Mutation.beginOtaPackage': `mutation { ${OTA_PACKAGE} { id } }`,
};
