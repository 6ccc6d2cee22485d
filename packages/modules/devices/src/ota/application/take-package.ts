import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import { packageStatement, PIECE_BYTES, type StatedPackage } from '@tenon/domain/ota';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { bug, conflict, limited } from '@tenon/kernel';
import { OtaPackageRepository } from '../persistence/ota-package.repository.js';
import { PackageKey } from './package-key.js';
import { MOST_PART_BYTES } from './package-limits.js';
import { cutIntoPieces } from './cut-into-pieces.js';

/** A part of a package's file. */
export interface PackagePart {
  readonly packageId: string;
  /** Where in the file it begins. */
  readonly offset: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Takes a package's file, part by part, each piece kept as it comes. Once it is all there it is read back as it is stored and signed; sending a part again changes
 * nothing, and whoever broke off is told where to go on.
 */
@Injectable()
export class TakePackage {
  constructor(
    private readonly db: TenantDb,
    private readonly packages: OtaPackageRepository,
    private readonly key: PackageKey,
  ) {}

  /**
   * @returns how much has come. A part that breaks off within a piece is kept to the piece's beginning.
   * @throws AppError OTA_PACKAGE.NOT_FOUND; (conflict) OTA_PACKAGE.OFFSET where it is not what comes next, OTA_PACKAGE.READY; (limited) OTA_PACKAGE.PART_TOO_LONG
   */
  async execute(actor: TenantActor, { packageId, offset, content }: PackagePart): Promise<number> {
    demand(actor, 'campaign:manage');
    const { sizeBytes, receivedBytes, readyAt } = await this.db.read(actor, (tx) => this.packages.get(tx, packageId));
    if (readyAt) throw conflict('OTA_PACKAGE.READY', 'The file is all there: nothing of it changes any more.');
    if (offset !== receivedBytes) throw conflict('OTA_PACKAGE.OFFSET', 'This is not what comes next.', { receivedBytes });
    let received = offset;
    for await (const piece of cutIntoPieces(content, PIECE_BYTES, Math.min(MOST_PART_BYTES, sizeBytes - offset))) {
      // What is left over at the end of a part, but not of the file, is no piece: it comes again with the next part.
      if (piece.length < PIECE_BYTES && received + piece.length < sizeBytes) break;
      await this.db.transaction(actor, (tx) => this.packages.putPiece(tx, packageId, received / PIECE_BYTES, piece));
      received += piece.length;
    }
    if (received >= sizeBytes) await this.finish(actor, packageId);
    return received;
  }

  private async finish(actor: TenantActor, packageId: string): Promise<void> {
    const digest = await this.db.read(actor, (tx) => this.digest(tx, packageId));
    await this.db.transaction(actor, async (tx) => {
      const { kind, title, version, sizeBytes, typeId, readyAt } = await this.packages.getForUpdate(tx, packageId);
      if (readyAt) return;
      const stated: StatedPackage = { kind, title, version, sizeBytes, typeId, sha256: digest.toString('hex') };
      const { keyId, signature } = await this.key.sign(tx, packageStatement(stated));
      await this.packages.seal(tx, packageId, { sha256: digest, keyId, signature });
      await tx.audit('ota-package.taken', { otaPackageId: packageId, ...stated });
    });
  }

  /** Of what is stored, not of what came: a disk that lies would be found out by no machine before it has been flashed. */
  private async digest(tx: TenantTx, packageId: string): Promise<Buffer> {
    const { sizeBytes } = await this.packages.get(tx, packageId);
    const hash = createHash('sha256');
    let bytes = 0;
    for (let pieceNo = 0; bytes < sizeBytes; pieceNo += 1) {
      const piece = await this.packages.piece(tx, packageId, pieceNo);
      if (!piece) throw bug('OTA_PACKAGE.PIECE_MISSING', 'A piece of the file is not there.', { pieceNo });
      hash.update(piece);
      bytes += piece.length;
    }
    if (bytes !== sizeBytes) throw limited('OTA_PACKAGE.PART_TOO_LONG', 'More came than this file was said to have.', { most: sizeBytes });
    return hash.digest();
  }
}
