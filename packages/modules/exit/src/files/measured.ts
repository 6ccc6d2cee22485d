import { createHash } from 'node:crypto';

/** How long a content is, and its SHA-256. */
export interface Measure {
  readonly bytes: number;
  readonly sha256: string;
}

/** Lets a content through, and knows its measure at the end. */
export class Measured {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  async *through(content: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer, void, void> {
    for await (const chunk of content) {
      this.hash.update(chunk);
      this.bytes += Buffer.byteLength(chunk);
      yield chunk;
    }
  }

  end(): Measure {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
