import type { DeviceTypeLibraryQuery } from '../../generated/documents';

/** A type of the library, as the api gives it. */
export type LibraryEntry = DeviceTypeLibraryQuery['deviceTypeLibrary'][number];
