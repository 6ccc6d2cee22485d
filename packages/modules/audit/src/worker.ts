/** What audit trails need of the worker: that what is past its time is dropped. */
import { Module } from '@nestjs/common';
import { RetentionSchedule } from './jobs/retention.schedule.js';
import { RetentionRepository } from './persistence/retention.repository.js';

@Module({ providers: [RetentionRepository, RetentionSchedule] })
export class AuditWorkerModule {}
