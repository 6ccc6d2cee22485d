import { AIR_COMPRESSOR } from './air-compressor.js';
import type { LibraryType } from './build.js';
import { CHILLER } from './chiller.js';
import { CNC } from './cnc.js';
import { CONVEYOR } from './conveyor.js';
import { ENVIRONMENT_SENSOR } from './environment-sensor.js';
import { FURNACE } from './furnace.js';
import { INJECTION_MOULDING } from './injection-moulding.js';
import { POWER_METER } from './power-meter.js';
import { PUMP } from './pump.js';
import { STAMPING_PRESS } from './stamping-press.js';

export type { LibraryType } from './build.js';

/** Types to start from, for what stands in small factories. */
export const DEVICE_TYPE_LIBRARY: readonly LibraryType[] = [INJECTION_MOULDING, CNC, STAMPING_PRESS, AIR_COMPRESSOR, FURNACE, POWER_METER, PUMP, CHILLER, CONVEYOR, ENVIRONMENT_SENSOR];
