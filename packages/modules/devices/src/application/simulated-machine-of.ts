import { MOULDING_PROFILES, mouldingMachine, type MouldingMachine } from '@tenon/domain/simulation';
import { bug, DAY_MS } from '@tenon/kernel';

/** What decides how a simulated machine behaves. */
export interface SimulatedDevice {
  readonly id: string;
  readonly profile: string;
  readonly createdAt: Date;
}

/** How long before it was added the machine that is out of service had broken down. */
const BROKEN_BEFORE_MS = 9 * DAY_MS;

/** The model of a simulated machine. Its seed is the machine's id, so its history and its live values are one curve, whoever computes which part. */
export function simulatedMachineOf(device: SimulatedDevice): MouldingMachine {
  const profile = MOULDING_PROFILES.find((each) => each.id === device.profile);
  if (!profile) throw bug('SIMULATION.PROFILE_UNKNOWN', 'A simulated machine has a profile that is not known.', { profile: device.profile });
  if (!profile.isOutOfService) return mouldingMachine({ seed: device.id, profile });
  // Out of service now, but with a working past: a machine that never ran has nothing to look at.
  return mouldingMachine({ seed: device.id, profile, outOfServiceFromMs: device.createdAt.getTime() - BROKEN_BEFORE_MS });
}
