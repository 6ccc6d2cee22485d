import { createReadStream } from 'node:fs';
import { Controller, Get, Headers, Query, Res, StreamableFile } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden } from '@tenon/kernel';
import { CurrentActor, RequirePermission, WithheldFromOffice } from '@tenon/nest';
import { DownloadExport } from '../application/download-export.js';
import { byteRange } from './byte-range.js';

/** As much of an answer as is set here. */
interface Reply {
  status(code: number): unknown;
  header(name: string, value: string): unknown;
}

/** The file of an export, over plain HTTP, because a browser keeps a file of any length only so; in ranges, because one of gigabytes breaks off. */
@Controller('api/exit')
export class BundleController {
  constructor(private readonly downloads: DownloadExport) {}

  /** @throws AppError (not-found) EXPORT.NOT_FOUND, for another company's too; (conflict) EXPORT.NOT_READY, EXPORT.EXPIRED */
  @Get('bundle')
  @RequirePermission('tenant:export')
  @WithheldFromOffice('all that a company has goes to its owners alone')
  async file(@CurrentActor() actor: TenantActor, @Query('id') id: unknown, @Headers() headers: Readonly<Record<string, string | undefined>>, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile | undefined> {
    if (headers['sec-fetch-site'] === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
    const asked = headers['range'];
    const { file, name, bytes, sha256 } = await this.downloads.execute(actor, typeof id === 'string' ? id : '', asked === undefined || asked.startsWith('bytes=0-'));
    const tag = `"${sha256}"`;
    // Of a file that is another by now, a range is of no use.
    const range = byteRange(headers['if-range'] === undefined || headers['if-range'] === tag ? asked : undefined, bytes);
    reply.header('accept-ranges', 'bytes');
    reply.header('etag', tag);
    reply.header('cache-control', 'private, no-store');
    if (range === null) {
      reply.status(416);
      reply.header('content-range', `bytes */${bytes}`);
      return undefined;
    }
    if (range) {
      reply.status(206);
      reply.header('content-range', `bytes ${range.start}-${range.end}/${bytes}`);
    }
    const { start, end } = range ?? { start: 0, end: bytes - 1 };
    return new StreamableFile(createReadStream(file, { start, end }), { type: 'application/gzip', length: end - start + 1, disposition: `attachment; filename="${name}"` });
  }
}
