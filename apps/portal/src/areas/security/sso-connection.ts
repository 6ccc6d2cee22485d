import { STANDARD_SCOPES } from '@tenon/domain/identity';
import type { SingleSignOnQuery } from '../../generated/documents';

type SingleSignOn = SingleSignOnQuery['singleSignOn'];

/** An OpenID provider that signs the company’s people in. */
export type SsoConnection = NonNullable<SingleSignOn['connection']>;

/** What this one is asked for besides. */
export const moreScopesOf = ({ scopes }: SsoConnection): readonly string[] => scopes.filter((scope) => !STANDARD_SCOPES.includes(scope));

/** Who could not come in if it opened the company alone. */
export type ShutOut = NonNullable<SingleSignOn['shutOut']>;

/** How it lets people in who were not invited. */
export type SsoAdmission = NonNullable<SingleSignOn['admission']>;
