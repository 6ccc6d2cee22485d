import { KeepTags } from './application/keep-tags.js';
import { TagDevice } from './application/tag-device.js';
import { TagDevices } from './application/tag-devices.js';
import { TagResolver } from './graphql/tag.resolver.js';
import { TagsOfDeviceResolver } from './graphql/tags-of-device.resolver.js';
import { TaggedDeviceRepository } from './persistence/tagged-device.repository.js';
import { TagRepository } from './persistence/tag.repository.js';

/** The words by which machines are sorted, as the api serves them. */
export const TAGS = [KeepTags, TagDevice, TagDevices, TaggedDeviceRepository, TagRepository, TagResolver, TagsOfDeviceResolver];
