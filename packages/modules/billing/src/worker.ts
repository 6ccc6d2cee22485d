/** What plans need of the worker: that use is counted. */
import { Global, Module } from '@nestjs/common';
import { PointMeter } from './application/point-meter.js';
import { StockSchedule } from './jobs/stock.schedule.js';

/** Global: points are counted where they are rolled up. */
@Global()
@Module({ providers: [PointMeter, StockSchedule], exports: [PointMeter] })
export class BillingWorkerModule {}
