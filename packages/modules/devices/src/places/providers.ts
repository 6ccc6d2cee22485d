import { KeepPlaces } from './application/keep-places.js';
import { PlaceDevice } from './application/place-device.js';
import { PlaceDevices } from './application/place-devices.js';
import { ReadPlaces } from './application/read-places.js';
import { PlaceOfDeviceResolver } from './graphql/place-of-device.resolver.js';
import { PlaceResolver } from './graphql/place.resolver.js';
import { PlacedDeviceRepository } from './persistence/placed-device.repository.js';
import { PlaceRepository } from './persistence/place.repository.js';

/** Where machines stand, as the api serves it. */
export const PLACES = [KeepPlaces, PlaceDevice, PlaceDevices, PlacedDeviceRepository, PlaceOfDeviceResolver, PlaceRepository, PlaceResolver, ReadPlaces];
