import { isNoticeKind, ROBOT_KINDS, type NoticeLanguage } from '@tenon/domain/notices';
import { invalid } from '@tenon/kernel';

const LONGEST_NAME = 40;
const LONGEST_SECRET = 200;

/** What of a robot people say, apart from where it is. */
export interface RobotWords {
  readonly name: string;
  readonly language: NoticeLanguage;
  readonly noticeKinds: readonly string[];
}

/** @throws AppError (invalid) ROBOT.NAME_REQUIRED, ROBOT.NAME_TOO_LONG, ROBOT.NOTICE_KIND for a kind that no robot is told of */
export function readRobot({ name, language, noticeKinds }: RobotWords): RobotWords {
  const trimmed = name.trim();
  if (trimmed === '') throw invalid('ROBOT.NAME_REQUIRED', 'The robot needs a name.');
  if (trimmed.length > LONGEST_NAME) throw invalid('ROBOT.NAME_TOO_LONG', `The name is longer than ${LONGEST_NAME} characters.`, { limit: LONGEST_NAME });
  const unknown = noticeKinds.filter((kind) => !isNoticeKind(kind) || !ROBOT_KINDS.includes(kind));
  if (unknown.length > 0) throw invalid('ROBOT.NOTICE_KIND', 'No robot is told of this.', { kinds: unknown });
  return { name: trimmed, language, noticeKinds: ROBOT_KINDS.filter((kind) => noticeKinds.includes(kind)) };
}

/** A secret as it is sealed. @throws AppError (invalid) ROBOT.SECRET_TOO_LONG */
export function readSecret(secret: string | null | undefined): string {
  const trimmed = secret?.trim() ?? '';
  if (trimmed.length > LONGEST_SECRET) throw invalid('ROBOT.SECRET_TOO_LONG', `The secret is longer than ${LONGEST_SECRET} characters.`, { limit: LONGEST_SECRET });
  return trimmed;
}
