/** Facts that a notice was raised with, by their names. */
export type NoticeFacts = Readonly<Record<string, string>>;

/** How one kind is said in one language. */
export interface KindWords {
  /** What it is about, for lists and subjects. */
  readonly title: string;
  /** What happened, in one or two sentences. */
  readonly text: (facts: NoticeFacts) => string;
}

/** How machines are listed in one language: `one`, `two`, `three`, and how many `more` there are. */
export function machinesIn({ joint, andMore }: { readonly joint: string; readonly andMore: (more: string) => string }): (facts: NoticeFacts) => string {
  return ({ one = '', two, three, more }) => {
    const names = [one, two, three].filter((name) => name !== undefined).join(joint);
    return more === undefined ? names : `${names}${andMore(more)}`;
  };
}

/** Words for what has a fixed name; anything else, such as a company's own role, is called what it is called. */
export function named(names: Readonly<Record<string, string>>): (id?: string) => string {
  return (id = '') => names[id] ?? id;
}
