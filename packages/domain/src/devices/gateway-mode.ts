import { invalid } from '@tenon/kernel';

/** Whether a machine speaks for others: `none`; `listed` for those that were put behind it; `open` for new ones too, which come by themselves. */
export const GATEWAY_MODES = ['none', 'listed', 'open'] as const;

/** One of {@link GATEWAY_MODES}. */
export type GatewayMode = (typeof GATEWAY_MODES)[number];

/** Characters of the name by which a gateway knows a machine: as many as a machine's name has. */
export const LONGEST_CHILD_NAME = 80;

/** The name by which a gateway knows a machine, trimmed. @throws AppError (invalid) CHILD.BAD_NAME unless it is 1 to 80 characters that can be shown */
export function childName(text: string): string {
  const name = text.trim();
  if (name.length === 0 || name.length > LONGEST_CHILD_NAME || /\p{Cc}|\p{Cs}/u.test(name)) {
    throw invalid('CHILD.BAD_NAME', `The name of a machine behind a gateway has 1 to ${LONGEST_CHILD_NAME} characters that can be shown.`, { name: name.slice(0, LONGEST_CHILD_NAME), limit: LONGEST_CHILD_NAME });
  }
  return name;
}
