import { appsOwnOnly, appsProbes } from './apps.js';
import { assetsOwnOnly, assetsProbes } from './assets.js';
import { campaignOwnOnly, campaignProbes } from './campaigns.js';
import { companyOwnOnly } from './company.js';
import { deviceTypesOwnOnly, deviceTypesProbes } from './device-types.js';
import { machinesOwnOnly, machinesProbes } from './machines.js';
import { moneyOwnOnly, moneyProbes } from './money.js';
import { noticesOwnOnly, noticesProbes } from './notices.js';
import { officeOwnOnly, officeProbes } from './office.js';
import { peopleOwnOnly, peopleProbes } from './people.js';
import { viewsOwnOnly, viewsProbes } from './views.js';
import type { OwnOnly, Probes } from './probe.js';

/** Every operation that takes an id. A root field that stands in no list here fails the suite. */
export const PROBES: Probes = { ...appsProbes, ...assetsProbes, ...campaignProbes, ...deviceTypesProbes, ...machinesProbes, ...moneyProbes, ...noticesProbes, ...officeProbes, ...peopleProbes, ...viewsProbes };

/** Root fields that name nothing of another company. */
export const OWN_ONLY: OwnOnly = { ...appsOwnOnly, ...assetsOwnOnly, ...campaignOwnOnly, ...companyOwnOnly, ...deviceTypesOwnOnly, ...machinesOwnOnly, ...moneyOwnOnly, ...noticesOwnOnly, ...officeOwnOnly, ...peopleOwnOnly, ...viewsOwnOnly };
