import { Injectable } from '@nestjs/common';
import { appManifest, type AppManifest } from '@tenon/contracts/manifest';
import { Prisma, type SystemTx, type TenantTx } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A listed app with the version that is listed. */
export interface ListedApp {
  readonly id: string;
  readonly slug: string;
  readonly publisherName: string;
  readonly isFirstParty: boolean;
  readonly versionId: string;
  readonly manifest: AppManifest;
}

interface ListedRow extends Omit<ListedApp, 'manifest'> {
  readonly manifest: unknown;
}

const LISTED = `SELECT a.id, a.slug, a.publisher_name AS "publisherName", a.publisher_tenant_id IS NULL AS "isFirstParty",
    v.id AS "versionId", v.manifest FROM app a JOIN app_version v ON v.id = a.listed_version_id`;

function read(row: ListedRow): ListedApp {
  return { ...row, manifest: appManifest.parse(row.manifest) };
}

/** The catalogue as a company sees it. */
@Injectable()
export class AppRepository {
  /** @throws AppError (not-found) APP.NOT_FOUND */
  async getBySlug(tx: TenantTx, slug: string): Promise<ListedApp> {
    const rows = await tx.sql<ListedRow>(`${LISTED} WHERE a.slug = $1`, [slug]);
    return one(rows);
  }

  /** @throws AppError (not-found) APP.NOT_FOUND */
  async get(tx: TenantTx, id: string): Promise<ListedApp> {
    return one(isUuid(id) ? await tx.sql<ListedRow>(`${LISTED} WHERE a.id = $1`, [id]) : []);
  }

  /** Listed apps, the platform's own first, then by slug. */
  async list(tx: TenantTx, page: PageRequest, search: string): Promise<ListedApp[]> {
    const [rank, slug] = page.after ?? ['', ''];
    const rows = await tx.sql<ListedRow>(
      `${LISTED} WHERE ($1 = '' OR v.manifest->>'name' ILIKE $2 OR v.manifest->>'summary' ILIKE $2 OR a.slug ILIKE $2)
       AND (CASE WHEN a.publisher_tenant_id IS NULL THEN '0' ELSE '1' END, a.slug) > ($3, $4)
       ORDER BY a.publisher_tenant_id IS NOT NULL, a.slug LIMIT $5`,
      [search, `%${search.replace(/[\\%_]/g, '\\$&')}%`, rank, slug, page.limit + 1],
    );
    return rows.map(read);
  }

  /** The app of this slug whoever sees it, or nothing. */
  async findOwn(tx: TenantTx, slug: string): Promise<{ id: string; publisherTenantId: string | null } | null> {
    return tx.prisma.app.findUnique({ where: { slug }, select: { id: true, publisherTenantId: true } });
  }

  /** Creates an app of the transaction's company; it stays invisible to others until a version is listed. */
  async insert(tx: TenantTx, app: { slug: string; publisherId: string; publisherName: string; engine: string }): Promise<string> {
    const id = tx.newId();
    await tx.sql(`INSERT INTO app (id, slug, publisher_tenant_id, publisher_id, publisher_name, engine) VALUES ($1, $2, $3, $4, $5, $6)`, [
      id,
      app.slug,
      tx.tenantId,
      app.publisherId,
      app.publisherName,
      app.engine,
    ]);
    return id;
  }

  /** Lets one process at a time bring the platform's own apps up to date. */
  async lockCatalogue(tx: SystemTx): Promise<void> {
    await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('first-party apps', 0))`);
  }

  /** Puts one of the platform's own apps in the catalogue, or its newer version. Repeating it changes nothing. */
  async putFirstParty(tx: SystemTx, manifest: AppManifest, publisherName: string): Promise<void> {
    const app = await tx.prisma.app.upsert({
      where: { slug: manifest.slug },
      create: { id: tx.newId(), slug: manifest.slug, publisherName, engine: manifest.engine },
      update: {},
    });
    const where = { appId_version: { appId: app.id, version: manifest.version } };
    const content = { manifest: manifest as unknown as Prisma.InputJsonValue, state: 'listed' };
    const version = await tx.prisma.appVersion.upsert({ where, create: { id: tx.newId(), appId: app.id, version: manifest.version, decidedAt: tx.now, ...content }, update: content });
    await tx.execute(`UPDATE app_version SET state = 'superseded' WHERE app_id = $1 AND id <> $2 AND state = 'listed'`, [app.id, version.id]);
    await tx.prisma.app.update({ where: { id: app.id }, data: { listedVersionId: version.id } });
  }
}

function one(rows: readonly ListedRow[]): ListedApp {
  if (!rows[0]) throw notFound('APP.NOT_FOUND', 'There is no such app in the store.');
  return read(rows[0]);
}
