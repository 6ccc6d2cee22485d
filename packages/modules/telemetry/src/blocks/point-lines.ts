import { NO_POINTS, type BlockPoints } from '@tenon/domain/telemetry';
import { sqlInstant } from '../instant.js';
import { openBlock } from './seal-block.js';
import { numberText } from './value-text.js';

const US_PER_MS = 1_000;
const US_PER_SECOND = 1_000_000;

/** A row's point as a line, and its stamp in seconds since the epoch. */
export interface RowLine {
  readonly at: number;
  readonly line: string;
}

/**
 * Points of rows and of blocks as lines of CSV, oldest first, each stamp once and the row's where both have it. Holds a piece of rows and a block.
 * @param rows pieces in order of time; it is asked before the blocks are, so that what becomes a block meanwhile is in one or both, never in neither
 * @param blocks pieces of blocks, in order of time
 */
export async function* pointLines(rows: AsyncGenerator<readonly RowLine[], void, void>, blocks: AsyncGenerator<readonly { readonly bytes: Buffer }[], void, void>): AsyncGenerator<string[], void, void> {
  let piece = await rows.next();
  const rest = new BlockLines(blocks);
  for (; !piece.done; piece = await rows.next()) {
    const lines: string[] = [];
    for (const { at, line } of piece.value) {
      const atUs = Math.round(at * US_PER_SECOND);
      for (; (await rest.reaches(atUs)) && rest.takeBefore(atUs, lines); ) yield lines.splice(0);
      rest.skip(atUs);
      lines.push(line);
    }
    yield lines;
  }
  while (await rest.reaches(Infinity)) {
    const lines: string[] = [];
    rest.takeBefore(Infinity, lines);
    yield lines;
  }
}

/** What is left of a series' blocks. */
class BlockLines {
  private points: BlockPoints = NO_POINTS;
  private place = 0;
  private isOver = false;

  constructor(private readonly blocks: AsyncGenerator<readonly { readonly bytes: Buffer }[], void, void>) {}

  /** Whether a point comes before an instant; opens the next block where one ended. Is asked for each row, so it waits only where it must. */
  reaches(atUs: number): boolean | Promise<boolean> {
    if (this.place < this.points.atUs.length) return (this.points.atUs[this.place] as number) < atUs;
    return this.isOver ? false : this.open().then(() => this.reaches(atUs));
  }

  /** Writes the open block's points before an instant. @returns whether that was all of them */
  takeBefore(atUs: number, lines: string[]): boolean {
    const { atUs: stamps } = this.points;
    for (; this.place < stamps.length && (stamps[this.place] as number) < atUs; this.place += 1) lines.push(lineOf(this.points, this.place));
    return this.place === stamps.length;
  }

  /** Leaves out the point of this very stamp, which a row has replaced. */
  skip(atUs: number): void {
    if (this.points.atUs[this.place] === atUs) this.place += 1;
  }

  private async open(): Promise<void> {
    const { done, value } = await this.blocks.next();
    const [block] = done ? [] : value;
    this.isOver = !block;
    this.points = block ? openBlock(block.bytes) : NO_POINTS;
    this.place = 0;
  }
}

function lineOf({ atUs, num, rich }: BlockPoints, place: number): string {
  const at = sqlInstant((atUs[place] as number) / US_PER_MS);
  const text = rich?.[place];
  if (text === null || text === undefined) return `${at},number,${numberText(num[place] as number)}\r\n`;
  return `${at},${kindOf(text)},"${text.replaceAll('"', '""')}"\r\n`;
}

/** As `jsonb_typeof` calls it. */
function kindOf(json: string): string {
  if (json.startsWith('"')) return 'string';
  if (json.startsWith('{')) return 'object';
  return json.startsWith('[') ? 'array' : 'boolean';
}
