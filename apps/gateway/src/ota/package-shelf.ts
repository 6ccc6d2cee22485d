import type { AssignedPackage, OtaRepository } from '@tenon/devices/ingest';
import { piecesOf, type Slice } from '@tenon/domain/ota';
import { notFound } from '@tenon/kernel';

/** Pieces that are kept at hand: 16 MB. */
const MOST_HELD = 64;

type Source = Pick<OtaRepository, 'piece'>;
type Package = Pick<AssignedPackage, 'tenantId' | 'packageId'>;

/**
 * Pieces of packages' files at hand. Machines of one campaign ask for the same file at about the same time: each piece is fetched once for all of them, and those that
 * were asked for longest ago make room.
 */
export class PackageShelf {
  /** The piece that was asked for longest ago first. */
  private readonly held = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly source: Source,
    private readonly mostHeld = MOST_HELD,
  ) {}

  /** Bytes of a file. @throws AppError (not-found) OTA.NOT_ASSIGNED where it was deleted meanwhile */
  async read(one: Package, slice: Slice): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (const { pieceNo, from, to } of piecesOf(slice)) parts.push((await this.piece(one, pieceNo)).subarray(from, to));
    const [first] = parts;
    return parts.length === 1 && first ? first : Buffer.concat(parts);
  }

  private piece(one: Package, pieceNo: number): Promise<Buffer> {
    const key = `${one.packageId} ${pieceNo}`;
    const held = this.held.get(key) ?? this.fetch(one, pieceNo);
    this.held.delete(key);
    this.held.set(key, held);
    // What could not be fetched is not kept: the next one asks again.
    held.catch(() => this.held.get(key) === held && this.held.delete(key));
    for (const [oldest] of this.held) {
      if (this.held.size <= this.mostHeld) break;
      this.held.delete(oldest);
    }
    return held;
  }

  private async fetch(one: Package, pieceNo: number): Promise<Buffer> {
    const bytes = await this.source.piece(one, pieceNo);
    if (!bytes) throw notFound('OTA.NOT_ASSIGNED', 'The package was deleted.');
    return bytes;
  }
}
