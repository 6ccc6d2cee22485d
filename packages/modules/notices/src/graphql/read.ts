import type { AddRobotInput, UpdateRobotInput } from '@tenon/graphql/resolvers';
import type { ChangeRobots, RobotChanges } from '../application/change-robots.js';
import { kindOf, languageOf, robotKindOf } from './names.js';

/** A new robot, from the words of the schema. */
export function readAddition({ kind, name, language, noticeKinds, address }: AddRobotInput): Parameters<ChangeRobots['add']>[1] {
  return { kind: robotKindOf(kind), name, language: languageOf(language), noticeKinds: noticeKinds.map(kindOf), address };
}

/** What of a robot is to change; null is as if nothing was said. */
export function readChanges({ id, name, language, noticeKinds, address, isPaused }: UpdateRobotInput): RobotChanges {
  return {
    id,
    ...(name != null && { name }),
    ...(language != null && { language: languageOf(language) }),
    ...(noticeKinds != null && { noticeKinds: noticeKinds.map(kindOf) }),
    address: address ?? undefined,
    isPaused: isPaused ?? undefined,
  };
}
