import { MOULDING_PROFILES, mouldingMachine, type MouldingMachine } from '@tenon/domain/simulation';
import { bug } from '@tenon/kernel';
import type { SimulatedDevice } from './simulated-device.repository.js';

/** The model of a simulated machine. Its seed is the machine's id, so its history and its live values are one curve. */
export function machineOf(device: SimulatedDevice): MouldingMachine {
  const profile = MOULDING_PROFILES.find((each) => each.id === device.profile);
  if (!profile) throw bug('SIMULATION.PROFILE_UNKNOWN', 'A simulated machine has a profile that is not known.', { profile: device.profile });
  return mouldingMachine({ seed: device.id, profile });
}
