/** The kind of thing an action is about: its noun. */
export function subjectKindOf(action: string): string {
  return action.split('.', 1)[0] ?? action;
}
