import type { AddRobotInput, Language, NoticeKind, RobotKind, UpdateRobotInput } from '../../generated/documents';

/** What stands in a robot's form. An empty address of a robot that is there already leaves it where it is. */
export interface RobotValues {
  readonly kind: RobotKind;
  readonly name: string;
  readonly url: string;
  readonly secret: string;
  readonly language: Language;
  readonly noticeKinds: readonly NoticeKind[];
}

const addressOf = ({ url, secret }: RobotValues) => ({ url: url.trim(), secret: secret.trim() || null });

export function additionOf(values: RobotValues): AddRobotInput {
  const { kind, name, language, noticeKinds } = values;
  return { kind, name, language, noticeKinds: [...noticeKinds], address: addressOf(values) };
}

export function changesOf(id: string, values: RobotValues): UpdateRobotInput {
  const { name, language, noticeKinds, url } = values;
  return { id, name, language, noticeKinds: [...noticeKinds], ...(url.trim() && { address: addressOf(values) }) };
}
