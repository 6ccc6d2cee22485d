import { OTA_PACKAGE } from './asked.js';
import type { OwnOnly, Probes } from './probe.js';

/** What machines are given to run. */
export const campaignProbes: Probes = {
  'Query.otaPackage': { by: (c) => `{ otaPackage(id: "${c.ids.otaPackage}") { id title } }`, says: 'OTA_PACKAGE.NOT_FOUND' },
  'Mutation.deleteOtaPackage': { by: (c) => `mutation { deleteOtaPackage(id: "${c.ids.otaPackage}") }`, says: 'OTA_PACKAGE.NOT_FOUND' },
};

export const campaignOwnOnly: OwnOnly = {
  'Query.otaPackages': '{ otaPackages { nodes { id title } } }',
  'Query.otaSettings': '{ otaSettings { publicKey } }',
  'Mutation.beginOtaPackage': `mutation { ${OTA_PACKAGE} { id } }`,
};
