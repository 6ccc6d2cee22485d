import type { OwnOnly, Probes } from './probe.js';

/** People, roles, invitations, keys and how they sign in. */
export const peopleProbes: Probes = {
  'Query.member': { by: (c) => `{ member(id: "${c.ids.person}") { id } }`, says: 'MEMBER.NOT_FOUND' },
  'Mutation.changeMemberRole': { by: (c) => `mutation { changeMemberRole(input: { id: "${c.ids.person}", roleId: "viewer" }) { id } }`, says: 'MEMBER.NOT_FOUND' },
  'Mutation.removeMember': { by: (c) => `mutation { removeMember(id: "${c.ids.person}") }`, says: 'MEMBER.NOT_FOUND' },
  'Mutation.transferOwnership': { by: (c) => `mutation { transferOwnership(input: { to: "${c.ids.person}", password: "a long enough secret" }) { id } }`, says: 'MEMBER.NOT_FOUND' },
  'Mutation.updateRole': { by: (c) => `mutation { updateRole(input: { id: "${c.ids.role}", name: "stolen", permissions: [] }) { id } }`, says: 'ROLE.NOT_FOUND' },
  'Mutation.deleteRole': { by: (c) => `mutation { deleteRole(id: "${c.ids.role}") }`, says: 'ROLE.NOT_FOUND' },
  'Mutation.resendInvitation': { by: (c) => `mutation { resendInvitation(id: "${c.ids.invitation}") { id } }`, says: 'INVITATION.NOT_FOUND' },
  'Mutation.revokeInvitation': { by: (c) => `mutation { revokeInvitation(id: "${c.ids.invitation}") }`, says: 'INVITATION.NOT_FOUND' },
  'Mutation.revokeApiKey': { by: (c) => `mutation { revokeApiKey(id: "${c.ids.key}") }`, says: 'API_KEY.NOT_FOUND' },
};

export const peopleOwnOnly: OwnOnly = {
  'Query.members': '{ members { nodes { id } } }',
  'Query.roles': '{ roles { id } }',
  'Query.invitations': '{ invitations { nodes { id } } }',
  'Query.apiKeys': '{ apiKeys { id } }',
  'Mutation.createApiKey': 'mutation { createApiKey(input: { name: "nobody’s", permissions: ["device:read"], days: 1 }) { secret } }',
  'Mutation.demandSecondFactor': 'mutation { demandSecondFactor(isDemanded: true) { id } }',
  'Query.singleSignOn': '{ singleSignOn { connection { domain } } }',
  'Query.isSsoDomainProven': '{ isSsoDomainProven }',
  'Mutation.setUpSingleSignOn': 'mutation { setUpSingleSignOn(input: { issuer: "https://127.0.0.1", clientId: "x", clientSecret: "x", domain: "nobody.example" }) { domain } }',
  'Mutation.admitBySso': 'mutation { admitBySso(input: null) { admission { claim } } }',
  'Mutation.demandSingleSignOn': 'mutation { demandSingleSignOn(isDemanded: false) }',
  'Mutation.removeSingleSignOn': 'mutation { removeSingleSignOn }',
  'Mutation.leaveCompany': 'mutation { leaveCompany }',
  'Mutation.invitePerson': 'mutation { invitePerson(input: { email: "nobody@example.com", roleId: "viewer", language: EN }) { id } }',
  'Mutation.createRole': 'mutation { createRole(input: { name: "nobody’s", permissions: ["device:update"] }) { id } }',
};
