import { ClaimDevice } from './application/claim-device.js';
import { ReleaseDevices } from './application/release-devices.js';
import { HandoverResolver } from './graphql/handover.resolver.js';
import { HandoverRepository } from './persistence/handover.repository.js';
import { TakingRepository } from './persistence/taking.repository.js';

/** Machines that go from one company to another, as the api serves them. */
export const HANDOVERS = [ClaimDevice, HandoverRepository, HandoverResolver, ReleaseDevices, TakingRepository];
