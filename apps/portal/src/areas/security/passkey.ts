import type { OwnPasskeysQuery } from '../../generated/documents';

/** A passkey as its owner sees it. */
export type Passkey = NonNullable<OwnPasskeysQuery['viewer']>['passkeys'][number];
