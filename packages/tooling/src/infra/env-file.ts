/** A variable of an example: its value, and whether a person must take the mark of a comment away for it to count. */
export interface ExampleVariable {
  readonly name: string;
  readonly value: string;
  readonly isCommentedOut: boolean;
}

const VARIABLE = /^(#?)([A-Z][A-Z0-9_]*)=(.*)$/;

/**
 * Reads an example of an environment: `NAME=value` or `#NAME=value`, values in double quotes where they hold a space.
 * @throws Error on any other line that is neither empty nor a comment (`# …`, a space after the mark)
 */
export function readEnvExample(text: string): ExampleVariable[] {
  return text.split('\n').flatMap((line, index) => {
    const [, mark, name, value = ''] = VARIABLE.exec(line) ?? [];
    if (name) return [{ name, value: unquoted(value, index + 1), isCommentedOut: mark === '#' }];
    if (/^(# .*|#)?$/.test(line)) return [];
    throw new Error(`Line ${index + 1} is no variable: ${line}`);
  });
}

function unquoted(value: string, line: number): string {
  const quoted = /^"([^"\\$`]*)"$/.exec(value)?.[1];
  // Shells, compose files and node --env-file agree on these alone.
  if (quoted === undefined && !/^[\w./:@+,-]*$/.test(value)) throw new Error(`Line ${line}: the value needs double quotes.`);
  return quoted ?? value;
}
