import type { Probes } from './probe.js';

/** Open to whoever is signed in, whatever company they are in; asked by B with A's ids, and by a stranger. */
export const PERSONAL: Probes = {
  'Mutation.switchCompany': { by: (c) => `mutation { switchCompany(id: "${c.ids.tenant}") { id name } }`, says: 'TENANT.NOT_FOUND' },
  'Mutation.endSession': { by: (c) => `mutation { endSession(id: "${c.ids.session}") }`, says: 'SESSION.NOT_FOUND' },
  'Mutation.endOtherSessions': { by: () => 'mutation { endOtherSessions }', says: null },
  'Mutation.beginSecondFactor': { by: () => 'mutation { beginSecondFactor(password: "not mine") { secret } }', says: 'AUTH.WRONG_PASSWORD' },
  'Mutation.changePassword': { by: () => 'mutation { changePassword(input: { currentPassword: "not mine", newPassword: "quite another secret" }) { id } }', says: 'AUTH.WRONG_PASSWORD' },
  'Mutation.deleteAccount': { by: () => 'mutation { deleteAccount(password: "not mine") }', says: 'AUTH.WRONG_PASSWORD' },
  'Mutation.confirmSecondFactor': { by: () => 'mutation { confirmSecondFactor(code: "123456") { codes } }', says: 'SECOND_FACTOR.NOT_BEGUN' },
  'Mutation.renewRecoveryCodes': { by: () => 'mutation { renewRecoveryCodes(password: "a long enough secret") { codes } }', says: 'SECOND_FACTOR.NOT_ON' },
  'Mutation.turnOffSecondFactor': { by: () => 'mutation { turnOffSecondFactor(password: "a long enough secret") { id } }', says: 'SECOND_FACTOR.NOT_ON' },
  'Mutation.beginPasskey': { by: () => 'mutation { beginPasskey(password: "not mine") { challenge } }', says: 'AUTH.WRONG_PASSWORD' },
  'Mutation.addPasskey': { by: () => 'mutation { addPasskey(input: { name: "x", credentialId: "", clientData: "", attestation: "" }) { id } }', says: 'PASSKEY.NOT_MADE' },
  'Mutation.renamePasskey': { by: (c) => `mutation { renamePasskey(id: "${c.ids.passkey}", name: "stolen") { id } }`, says: 'PASSKEY.NOT_FOUND' },
  'Mutation.removePasskey': { by: (c) => `mutation { removePasskey(id: "${c.ids.passkey}", password: "a long enough secret") }`, says: 'PASSKEY.NOT_FOUND' },
  'Mutation.stopFactorReset': { by: () => 'mutation { stopFactorReset { id } }', says: 'SECOND_FACTOR.NO_RESET' },
  'Mutation.passSingleSignOnOver': { by: () => 'mutation { passSingleSignOnOver }', says: 'SSO.NOT_DEMANDED' },
  'Mutation.sendVerificationMail': { by: () => 'mutation { sendVerificationMail }', says: 'AUTH.EMAIL_ALREADY_VERIFIED' },
  'Mutation.createCompany': { by: () => 'mutation { createCompany(input: { name: " " }) { id } }', says: 'AUTH.COMPANY_NAME_REQUIRED' },
};
