import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';

const SHOWN_CHARACTERS = 6;

/** What is kept of a token: enough to recognise it, not enough to use it. */
export function tokenDigest(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

/** What is shown of a token, to tell it from others. */
export const tokenPrefix = (token: string): string => token.slice(0, SHOWN_CHARACTERS);

/** Access tokens of machines, by their digests. */
@Injectable()
export class DeviceTokenRepository {
  async insert(tx: TenantTx, deviceId: string, token: string): Promise<void> {
    const digest = tokenDigest(token);
    const prefix = tokenPrefix(token);
    await tx.prisma.deviceToken.create({ data: { tenantId: tx.tenantId, id: tx.newId(), deviceId, digest, prefix } });
  }

  /** Revokes the machine's working token, if it has one; gives whether it had. */
  async revoke(tx: TenantTx, deviceId: string): Promise<boolean> {
    const { count } = await tx.prisma.deviceToken.updateMany({ where: { tenantId: tx.tenantId, deviceId, revokedAt: null }, data: { revokedAt: tx.now } });
    return count > 0;
  }
}
