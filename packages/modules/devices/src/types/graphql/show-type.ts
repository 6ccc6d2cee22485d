import { compareModels, type LibraryType } from '@tenon/domain/device-types';
import type { DeviceTypeChange, LibraryDeviceType } from '@tenon/graphql/resolvers';
import { instantText } from '@tenon/kernel';
import type { VersionRow } from '../persistence/device-type-version.repository.js';
import type { DeviceTypeRow } from '../persistence/device-type.repository.js';

/** A type in the words of the schema, but for what its own fields ask for. */
export function showType({ createdAt, latestVersion: _version, hasDraft: _draft, ...type }: DeviceTypeRow) {
  return { ...type, createdAt: instantText(createdAt) };
}

/** A version in the words of the schema. */
export function showVersion({ version, model, former, revision, note, changedAt, publishedAt }: VersionRow) {
  return {
    version, model, revision, note,
    changedAt: instantText(changedAt),
    publishedAt: publishedAt && instantText(publishedAt),
    // Reckoned where it is asked for alone.
    changes: (): DeviceTypeChange[] => (former ? compareModels(former, model) : []),
  };
}

/** A type of the library in the words of the schema. */
export function showLibraryType({ key, name, description, basis, model }: LibraryType): LibraryDeviceType {
  return { key, name, description, basis, model };
}
