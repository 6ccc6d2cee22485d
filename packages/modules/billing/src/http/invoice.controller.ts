import { Controller, Get, Header, Headers, Query, StreamableFile } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import { forbidden } from '@tenon/kernel';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { Payee } from '../application/payee.js';
import { ReadInvoices } from '../application/read-invoices.js';
import { invoicePdf } from '../pdf/invoice-pdf.js';

/** An invoice as a file, over plain HTTP, because a browser keeps files so. */
@Controller('api/billing')
export class InvoiceController {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly payee: Payee,
  ) {}

  /** @throws AppError (not-found) INVOICE.NOT_FOUND, for another company's too */
  @Get('invoice')
  @Header('cache-control', 'private, no-store')
  @RequirePermission('billing:read')
  async file(@CurrentActor() actor: TenantActor, @Query('id') id: unknown, @Query('language') language: unknown, @Headers('sec-fetch-site') site?: string): Promise<StreamableFile> {
    if (site === 'cross-site') throw forbidden('AUTH.CROSS_ORIGIN', 'This request comes from another site.');
    const invoice = await this.invoices.get(actor, typeof id === 'string' ? id : '');
    const file = await invoicePdf(invoice, this.payee, language === 'en' ? 'en' : 'zh-CN');
    return new StreamableFile(file, { type: 'application/pdf', disposition: `attachment; filename="${invoice.number}.pdf"` });
  }
}
