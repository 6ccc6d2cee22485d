import type { PlatformHealthQuery } from '../../generated/documents';

/** A gateway process as the office sees it. */
export type Gateway = PlatformHealthQuery['platformHealth']['gateways'][number];
