import { postAuth } from '../auth/post-auth';

/** An invitation as its link shows it. */
export interface LinkedInvitation {
  readonly companyName: string;
  readonly inviterName: string;
  readonly email: string;
  readonly expiresAt: string;
  readonly role: { readonly id: string; readonly name: string | null };
  readonly state: 'open' | 'expired' | 'revoked' | 'accepted';
  /** Whether somebody signs in with the invited address. */
  readonly isKnown: boolean;
  /** Whether they belong to the company already. */
  readonly isMember: boolean;
}

/** Reads the invitation whose link holds this secret. @throws ApiError by code */
export function readInvitation(token: string): Promise<LinkedInvitation> {
  return postAuth<LinkedInvitation>('invitation', { token });
}
