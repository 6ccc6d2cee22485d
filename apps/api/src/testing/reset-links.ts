import { createHash } from 'node:crypto';

/** What is kept of a link to a new password. @param token as it stands in the link */
export const digestOfLink = (token: string): string => createHash('sha256').update(`reset-password:${token}`).digest('base64url');
