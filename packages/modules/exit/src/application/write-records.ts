import { Injectable } from '@nestjs/common';
import { Papers } from '@tenon/billing';
import { TenantDb } from '@tenon/db';
import { EXPORTED_TABLES, readmeText } from '@tenon/domain/exit';
import type { TenantActor } from '@tenon/domain/identity';
import type { PartStore } from '../files/part-store.js';
import type { PlannedFile, WrittenFile } from '../persistence/export-file.repository.js';
import { RecordRepository, type MetricRow } from '../persistence/record.repository.js';
import { Counted, one, once } from './content.js';
import { LOGO_PATH, paperFiles, README_PATH, TELEMETRY_INDEX_PATH, telemetryPath } from './export-plan.js';

const indexLine = (metric: MetricRow): string => JSON.stringify({ path: telemetryPath(metric), machineId: metric.deviceId, machine: metric.deviceName, metricId: metric.seriesId, metric: metric.key, unit: metric.unit });

/** What was written of one moment, and the papers that are to be written as of it. */
export interface WrittenRecords {
  readonly written: readonly WrittenFile[];
  readonly papers: readonly PlannedFile[];
}

/**
 * Writes what a company has in tables. All of it is of one moment, so that an invoice has its lines and a metric its machine: it is
 * therefore written in one go, and anew where that was broken off.
 */
@Injectable()
export class WriteRecords {
  constructor(
    private readonly db: TenantDb,
    private readonly records: RecordRepository,
    private readonly papers: Papers,
  ) {}

  execute(actor: TenantActor, parts: PartStore, signal: AbortSignal): Promise<WrittenRecords> {
    return this.db.transaction(actor, async (tx) => {
      await tx.holdStill();
      const papers = paperFiles(await this.papers.list(tx));
      const written: WrittenFile[] = [];
      for (const table of EXPORTED_TABLES) {
        signal.throwIfAborted();
        written.push(await writeArray(parts, table.path, this.records.rows(tx, table)));
      }
      const index = (await this.records.metrics(tx)).map(indexLine);
      written.push(await writeArray(parts, TELEMETRY_INDEX_PATH, once(index)), await writeReadme(parts));
      const logo = await this.records.logo(tx);
      if (logo) written.push({ path: LOGO_PATH, ...(await parts.write(one(logo))), records: 0 });
      return { written, papers };
    });
  }
}

async function writeArray(parts: PartStore, path: string, pieces: AsyncIterable<readonly string[]>): Promise<WrittenFile> {
  const counted = new Counted();
  const measure = await parts.write(counted.array(pieces));
  return { path, ...measure, records: counted.records };
}

async function writeReadme(parts: PartStore): Promise<WrittenFile> {
  return { path: README_PATH, ...(await parts.write(new Counted().lines(readmeText(), once([])))), records: 0 };
}
