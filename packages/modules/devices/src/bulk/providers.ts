import { BulkActs } from './application/bulk-acts.js';
import { BulkTarget } from './application/bulk-target.js';
import { ReadBulkActions } from './application/read-bulk-actions.js';
import { RotateDeviceTokens } from './application/rotate-device-tokens.js';
import { RunBulkAction } from './application/run-bulk-action.js';
import { StartBulkAction } from './application/start-bulk-action.js';
import { ActOnMachinesHandler } from './act-on-machines.handler.js';
import { ManyTokensRepository } from './persistence/many-tokens.repository.js';
import { BulkActionRepository } from './persistence/bulk-action.repository.js';
import { RemoveDevices } from '../application/remove-devices.js';
import { RetireDevices } from '../application/retire/retire-devices.js';
import { RetirementRepository } from '../persistence/retirement.repository.js';
import { PlaceDevices } from '../places/application/place-devices.js';
import { PlacedDeviceRepository } from '../places/persistence/placed-device.repository.js';
import { PlaceRepository } from '../places/persistence/place.repository.js';
import { TagDevices } from '../tags/application/tag-devices.js';
import { TaggedDeviceRepository } from '../tags/persistence/tagged-device.repository.js';
import { TagRepository } from '../tags/persistence/tag.repository.js';
import { TypeDevices } from '../types/application/type-devices.js';
import { DeviceTypeRepository } from '../types/persistence/device-type.repository.js';
import { TypedDeviceRepository } from '../types/persistence/typed-device.repository.js';
import { BulkActionResolver } from './graphql/bulk-action.resolver.js';

/** Asking for something to be done to many machines, as the api serves it. */
export const BULK = [BulkActionRepository, BulkActionResolver, BulkActs, BulkTarget, ManyTokensRepository, ReadBulkActions, RotateDeviceTokens, RunBulkAction, StartBulkAction];

/** Doing it, as the worker does. Which {@link DevicePoints} go with a machine, the app says. */
export const BULK_AT_WORK = [
  ActOnMachinesHandler, BulkActionRepository, BulkActs, DeviceTypeRepository, PlaceDevices, PlacedDeviceRepository, PlaceRepository, RemoveDevices, RetireDevices, RetirementRepository, RunBulkAction,
  TagDevices, TaggedDeviceRepository, TagRepository, TypeDevices, TypedDeviceRepository,
];
