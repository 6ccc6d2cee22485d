import type { RobotsQuery } from '../../generated/documents';

/** A robot in a chat, as the pages show it. */
export type Robot = RobotsQuery['robots'][number];
