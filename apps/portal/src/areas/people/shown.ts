import type { InvitationsQuery, MemberAccessQuery, MembersQuery, RoleFactsFragment } from '../../generated/documents';

/** A role, as every page of people shows it. */
export type ListedRole = RoleFactsFragment;
/** A person in the list of members. */
export type ListedMember = MembersQuery['members']['nodes'][number];
/** A person, as far as what can be done with them depends on it. */
export type MenuMember = Pick<ListedMember, 'id' | 'name' | 'role'>;
/** A person with each permission and where it comes from. */
export type MemberWithAccess = MemberAccessQuery['member'];
/** An invitation that nobody has answered. */
export type OpenInvitation = InvitationsQuery['invitations']['nodes'][number];
