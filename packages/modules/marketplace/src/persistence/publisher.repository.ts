import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import { conflict } from '@tenon/kernel';

/** A company that publishes apps. */
export interface Publisher {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** The transaction's company as a publisher. */
@Injectable()
export class PublisherRepository {
  find(tx: TenantTx): Promise<Publisher | null> {
    return tx.prisma.publisher.findUnique({ where: { tenantId: tx.tenantId } });
  }

  /** @throws AppError (conflict) PUBLISHER.NAME_TAKEN */
  async insert(tx: TenantTx, name: string): Promise<Publisher> {
    try {
      const rows = await tx.sql<Publisher>(`INSERT INTO publisher (tenant_id, id, name) VALUES ($1, $2, $3) RETURNING id, name, created_at AS "createdAt"`, [
        tx.tenantId,
        tx.newId(),
        name,
      ]);
      return rows[0] as Publisher;
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('PUBLISHER.NAME_TAKEN', 'There is a publisher of this name.', { name });
      throw error;
    }
  }
}
