const ARGUMENT = /^\s*([A-Za-z]\w*)\s*/;
const TAG = /<([A-Za-z]\w*)>/g;
// ICU: an apostrophe before a brace or an angle bracket begins literal text, up to the next apostrophe.
const LITERAL = /'[{}<>][^']*'/g;

/** Index just past the brace that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Error(`A brace is not closed in: ${text}`);
}

/** The outermost `{…}` of a text, without their braces. */
function braced(text: string): string[] {
  const parts: string[] = [];
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open)) {
    const end = closing(text, open);
    parts.push(text.slice(open + 1, end - 1));
    open = end;
  }
  return parts;
}

function collect(text: string, into: Set<string>): void {
  for (const [, tag = ''] of text.matchAll(TAG)) into.add(`<${tag}>`);
  for (const part of braced(text)) {
    const name = ARGUMENT.exec(part)?.[1];
    if (name === undefined) throw new Error(`Not an ICU argument: {${part}}`);
    into.add(name);
    // What follows the argument's kind are branches: each is a text of its own.
    for (const branch of braced(part)) collect(branch, into);
  }
}

/** The names a text leaves blank, sorted: ICU arguments, and tags as `<name>`. @throws Error when a brace is left open */
export function placeholdersOf(text: string): string[] {
  const names = new Set<string>();
  collect(text.replace(LITERAL, ''), names);
  return [...names].sort();
}
