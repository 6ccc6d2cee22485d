import type { SingleSignOnQuery } from '../../generated/documents';

/** An OpenID provider that signs the company’s people in. */
export type SsoConnection = NonNullable<SingleSignOnQuery['singleSignOn']['connection']>;
