import { Controller, Get, Header, Headers, Query, StreamableFile } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden } from '@tenon/kernel';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import type { PaperKind } from '../application/paper.js';
import { PrintPaper } from '../application/print-paper.js';

/** What is asked for, as it came. */
interface Asked {
  readonly id?: unknown;
  readonly language?: unknown;
}

/** An invoice or a credit note as a file, over plain HTTP, because a browser keeps files so. */
@Controller('api/billing')
export class InvoiceController {
  constructor(private readonly print: PrintPaper) {}

  /** @throws AppError (not-found) INVOICE.NOT_FOUND, for another company's too */
  @Get('invoice')
  @Header('cache-control', 'private, no-store')
  @RequirePermission('billing:read')
  invoice(@CurrentActor() actor: TenantActor, @Query() asked: Asked, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    return this.file(actor, 'invoice', asked, site);
  }

  /** @throws AppError (not-found) INVOICE.NOT_FOUND, for another company's too */
  @Get('credit-note')
  @Header('cache-control', 'private, no-store')
  @RequirePermission('billing:read')
  creditNote(@CurrentActor() actor: TenantActor, @Query() asked: Asked, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    return this.file(actor, 'credit-note', asked, site);
  }

  private async file(actor: TenantActor, kind: PaperKind, { id, language }: Asked, site?: string): Promise<StreamableFile> {
    if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
    const { name, file } = await this.print.execute(actor, { kind, id: typeof id === 'string' ? id : '' }, language === 'en' ? 'en' : 'zh-CN');
    return new StreamableFile(file, { type: 'application/pdf', disposition: `attachment; filename="${name}"` });
  }
}
