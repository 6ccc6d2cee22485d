import { Module, type DynamicModule } from '@nestjs/common';
import { AnalyticsWorkerModule } from '@tenon/analytics/worker';
import { AuditWorkerModule } from '@tenon/audit/worker';
import { BillingWorkerModule } from '@tenon/billing/worker';
import { CompanyWorkerModule } from '@tenon/company/worker';
import { DevicesWorkerModule, DevicesWorkerOptions } from '@tenon/devices/worker';
import { ExitWorkerModule } from '@tenon/exit/worker';
import { FlagsWorkerModule } from '@tenon/flags/worker';
import { IdentityWorkerModule } from '@tenon/identity/worker';
import { HOUR_MS } from '@tenon/kernel';
import { createMailer, Mailer } from '@tenon/mail';
import { MarketplaceWorkerModule } from '@tenon/marketplace/worker';
import { CoreModule, type CoreParts } from '@tenon/nest';
import { NoticesWorkerModule } from '@tenon/notices/worker';
import { TelemetryDevicePoints, TelemetryMachineReports, TelemetryWorkerModule, TelemetryWorkerOptions } from '@tenon/telemetry/worker';
import path from 'node:path';
import { cardsOf, exportFolder, historyFiles, payeeOf, type WorkerEnv } from './env.js';

/** Mail, for whoever sends it. */
@Module({})
class MailModule {
  static register(env: WorkerEnv): DynamicModule {
    const mailer = createMailer({ smtpUrl: env.SMTP_URL, folder: path.join(env.TENON_DATA_DIR, 'outbox'), from: env.MAIL_FROM });
    return { module: MailModule, global: true, providers: [{ provide: Mailer, useValue: mailer }], exports: [Mailer] };
  }
}

/** The worker: which modules' jobs it runs. */
@Module({})
export class WorkerModule {
  static register(parts: CoreParts, env: WorkerEnv): DynamicModule {
    const notices = NoticesWorkerModule.register({ publicUrl: env.PUBLIC_URL, secretHex: env.TENON_SECRET, masterKeysHex: env.TENON_MASTER_KEYS, allowedHosts: env.OUTGOING_ALLOWED_HOSTS });
    const telemetry = TelemetryWorkerModule.register(new TelemetryWorkerOptions({ databaseUrl: env.DATABASE_URL, keepMonths: env.TELEMETRY_KEEP_MONTHS, compactAfterMs: env.TELEMETRY_COMPACT_AFTER_HOURS * HOUR_MS }), historyFiles(env));
    const identity = IdentityWorkerModule.register({ publicUrl: env.PUBLIC_URL, databaseUrl: env.DATABASE_URL });
    const exit = ExitWorkerModule.register({ folder: exportFolder(env), secretHex: env.TENON_SECRET, masterKeysHex: env.TENON_MASTER_KEYS, backups: { everyHours: env.BACKUP_EVERY_HOURS, keep: env.BACKUP_KEEP }, imports: [identity, telemetry] });
    return {
      module: WorkerModule,
      imports: [CoreModule.forParts(parts), MailModule.register(env), AuditWorkerModule, BillingWorkerModule.register(payeeOf(env), cardsOf(env)), CompanyWorkerModule, DevicesWorkerModule.register(new DevicesWorkerOptions({ databaseUrl: env.DATABASE_URL }), TelemetryDevicePoints, TelemetryMachineReports), exit, FlagsWorkerModule.register({ databaseUrl: env.DATABASE_URL }), identity, MarketplaceWorkerModule, notices, telemetry, AnalyticsWorkerModule.register([MarketplaceWorkerModule, telemetry])],
    };
  }
}
