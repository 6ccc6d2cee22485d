/** Content that is counted as it goes by. */
export class Counted {
  records = 0;

  /** Rows as a JSON array, one a line. */
  async *array(pieces: AsyncIterable<readonly string[]>): AsyncGenerator<string, void, void> {
    yield '[';
    for await (const piece of pieces) {
      yield `${this.records === 0 ? '\n' : ',\n'}${piece.join(',\n')}`;
      this.records += piece.length;
    }
    yield '\n]\n';
  }

  /** Lines, each of which has its own end. */
  async *lines(head: string, pieces: AsyncIterable<readonly string[]>): AsyncGenerator<string, void, void> {
    if (head) yield head;
    for await (const piece of pieces) {
      yield piece.join('');
      this.records += piece.length;
    }
  }
}

/** A list as it comes from a database, in one piece. */
export async function* once(rows: readonly string[]): AsyncGenerator<readonly string[], void, void> {
  await Promise.resolve();
  if (rows.length > 0) yield rows;
}

/** Content that is in memory already. */
export async function* one(content: Buffer): AsyncGenerator<Buffer, void, void> {
  await Promise.resolve();
  yield content;
}
