import { Module, type DynamicModule } from '@nestjs/common';
import { AnalyticsApiModule } from '@tenon/analytics/api';
import { AuditApiModule } from '@tenon/audit/api';
import { BillingApiModule } from '@tenon/billing/api';
import { CompanyApiModule } from '@tenon/company/api';
import { DeviceEndpoint, DevicePoints, DevicesApiModule, MachineReports, SeenMetrics, SimulatorKey } from '@tenon/devices/api';
import { ExitApiModule } from '@tenon/exit/api';
import { FlagsApiModule } from '@tenon/flags/api';
import { IdentityApiModule } from '@tenon/identity/api';
import { MarketplaceApiModule } from '@tenon/marketplace/api';
import { CoreModule, type DoorParts } from '@tenon/nest';
import { NoticesApiModule } from '@tenon/notices/api';
import { OfficeApiModule } from '@tenon/office/api';
import { deriveKey, masterKeys, Vault, type Shutdown } from '@tenon/runtime';
import { TelemetryApiModule, TelemetryDevicePoints, TelemetryMachineReports, TelemetrySeenMetrics } from '@tenon/telemetry/api';
import { backupPlace, cardsOf, exportFolder, historyFiles, payeeOf, signInSettings, type ApiEnv } from './env.js';
import { graphqlModule } from './graphql/graphql-module.js';
import { SubscriptionSeriesUsage } from './wiring/subscription-series-usage.js';
import { SeriesUsage } from '@tenon/telemetry/api';

export interface ApiParts extends DoorParts {
  readonly env: ApiEnv;
  readonly shutdown: Shutdown;
}

/** The api: which modules, and what each asks of the others. */
@Module({})
export class ApiModule {
  static register(parts: ApiParts): DynamicModule {
    const { env, log, refusals, shutdown } = parts;
    const devices = DevicesApiModule.register([
      { provide: DevicePoints, useClass: TelemetryDevicePoints },
      { provide: SeenMetrics, useClass: TelemetrySeenMetrics },
      { provide: MachineReports, useClass: TelemetryMachineReports },
      { provide: DeviceEndpoint, useValue: new DeviceEndpoint(env.DEVICE_HOST ?? null, env.MQTT_PORT, env.DEVICE_HTTP_PORT, env.MQTT_TLS_CERT_FILE ? env.MQTT_TLS_PORT : null) },
      { provide: Vault, useValue: new Vault(masterKeys({ secretHex: env.TENON_SECRET, set: env.TENON_MASTER_KEYS })) },
      { provide: SimulatorKey, useValue: new SimulatorKey(deriveKey(env.TENON_SECRET, 'simulator')) },
    ]);
    const telemetry = TelemetryApiModule.register({ imports: [MarketplaceApiModule], providers: [{ provide: SeriesUsage, useClass: SubscriptionSeriesUsage }], files: historyFiles(env) });
    return {
      module: ApiModule,
      imports: [
        CoreModule.behindGuard(parts),
        graphqlModule(log, refusals, (name, ms) => parts.database.health.timed('graphql', name, ms)),
        IdentityApiModule.register({ ...signInSettings(env), log, shutdown }),
        devices,
        MarketplaceApiModule,
        telemetry,
        AnalyticsApiModule.register([MarketplaceApiModule, telemetry]),
        AuditApiModule,
        BillingApiModule.register(payeeOf(env), cardsOf(env)),
        CompanyApiModule,
        FlagsApiModule,
        ExitApiModule.register({ folder: exportFolder(env) }),
        NoticesApiModule.register({ allowedHosts: env.OUTGOING_ALLOWED_HOSTS }),
        OfficeApiModule.register({ backups: backupPlace(env), health: parts.database.health }),
      ],
    };
  }
}
