/** What plans need of the worker: that use is counted, and billed. */
import { Global, Module } from '@nestjs/common';
import { BillMonths } from './application/bill-months.js';
import { PassDays } from './application/pass-days.js';
import { PointMeter } from './application/point-meter.js';
import { RemindLate } from './application/remind-late.js';
import { InvoiceSchedule } from './jobs/invoice.schedule.js';
import { LifeSchedule } from './jobs/life.schedule.js';
import { StockSchedule } from './jobs/stock.schedule.js';

/** Global: points are counted where they are rolled up. */
@Global()
@Module({ providers: [BillMonths, InvoiceSchedule, LifeSchedule, PassDays, PointMeter, RemindLate, StockSchedule], exports: [PointMeter] })
export class BillingWorkerModule {}
