import { AddSeenMetrics } from './application/add-seen-metrics.js';
import { AssignDeviceType } from './application/assign-device-type.js';
import { CreateDeviceType } from './application/create-device-type.js';
import { EditTypeDraft } from './application/edit-type-draft.js';
import { KeepDeviceTypes } from './application/keep-device-types.js';
import { NewType } from './application/new-type.js';
import { ReadDeviceTypes } from './application/read-device-types.js';
import { TypeDraft } from './application/type-draft.js';
import { TypeDevices } from './application/type-devices.js';
import { TypeOrigin } from './application/type-origin.js';
import { DeviceTypeDraftResolver } from './graphql/device-type-draft.resolver.js';
import { DeviceTypeFieldsResolver } from './graphql/device-type-fields.resolver.js';
import { DeviceTypeResolver } from './graphql/device-type.resolver.js';
import { TypeOfDeviceResolver } from './graphql/type-of-device.resolver.js';
import { DeviceTypeVersionRepository } from './persistence/device-type-version.repository.js';
import { DeviceTypeRepository } from './persistence/device-type.repository.js';
import { TypedDeviceRepository } from './persistence/typed-device.repository.js';

/** Device types, as the api serves them. */
export const DEVICE_TYPES = [
  AddSeenMetrics, AssignDeviceType, CreateDeviceType, DeviceTypeDraftResolver, DeviceTypeFieldsResolver, DeviceTypeRepository, DeviceTypeResolver, DeviceTypeVersionRepository,
  EditTypeDraft, KeepDeviceTypes, NewType, ReadDeviceTypes, TypeDevices, TypeDraft, TypedDeviceRepository, TypeOfDeviceResolver, TypeOrigin,
];
