import type { SingleSignOnQuery } from '../../generated/documents';

type SingleSignOn = SingleSignOnQuery['singleSignOn'];

/** An OpenID provider that signs the company’s people in. */
export type SsoConnection = NonNullable<SingleSignOn['connection']>;

/** How it lets people in who were not invited. */
export type SsoAdmission = NonNullable<SingleSignOn['admission']>;
