/**
 * Rows of a CSV text (RFC 4180), with commas or, where its first line has more of them, semicolons or tabs; rows that are empty are
 * left out. Quotes that are never closed end with the text.
 */
export function csvRows(text: string): string[][] {
  const content = text.replace(/^\uFEFF/, '');
  const first = content.split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((mark) => [mark, first.split(mark).length] as const);
  const mark = counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
  const rows: string[][] = [[]];
  // A cell, quoted or not, and what ends it.
  const cell = mark === '\t' ? /(?:"((?:[^"]|"")*)"?|([^\t\r\n]*))(\t|\r?\n|$)/y : mark === ';' ? /(?:"((?:[^"]|"")*)"?|([^;\r\n]*))(;|\r?\n|$)/y : /(?:"((?:[^"]|"")*)"?|([^,\r\n]*))(,|\r?\n|$)/y;
  for (let found = cell.exec(content); found; found = cell.exec(content)) {
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== mark) rows.push([]);
  }
  return rows.filter((row) => row.some((each) => each.trim() !== ''));
}
