import type { PasskeyChallenges } from './challenges.js';
import type { PasskeySite } from './site.js';

/** What every ceremony needs: for which site it is, and whose challenges count. */
export class PasskeyDesk {
  constructor(
    readonly site: PasskeySite,
    readonly challenges: PasskeyChallenges,
  ) {}
}
