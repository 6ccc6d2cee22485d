/** Facts that a notice was raised with, by their names. */
export type NoticeFacts = Readonly<Record<string, string>>;

/** How one kind is said in one language. */
export interface KindWords {
  /** What it is about, for lists and subjects. */
  readonly title: string;
  /** What happened, in one or two sentences. */
  readonly text: (facts: NoticeFacts) => string;
}

/** Words for what has a fixed name; anything else, such as a company's own role, is called what it is called. */
export function named(names: Readonly<Record<string, string>>): (id?: string) => string {
  return (id = '') => names[id] ?? id;
}
