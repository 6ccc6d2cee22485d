import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { SystemDb, TenantDb, type Database } from '@tenon/db';
import { RefusalCount, type Log } from '@tenon/runtime';
import { HttpErrorFilter } from './http-error.filter.js';
import { PermissionGuard } from './permission.guard.js';
import { LOG } from './tokens.js';

/** The parts of a process that every module may ask for. */
export interface CoreParts {
  readonly database: Database;
  readonly log: Log;
}

/** What a process with doors has besides. */
export interface DoorParts extends CoreParts {
  readonly refusals: RefusalCount;
}

/** Log and database, for every module of a process. */
@Module({})
export class CoreModule {
  /** For a process that nobody calls from outside. */
  static forParts({ database, log }: CoreParts): DynamicModule {
    const providers = [
      { provide: LOG, useValue: log },
      { provide: TenantDb, useValue: database.tenant },
      { provide: SystemDb, useValue: database.system },
    ];
    return { module: CoreModule, global: true, providers, exports: providers.map((each) => each.provide) };
  }

  /** The same, for a process with doors: nothing is let in that does not say who may come. */
  static behindGuard(parts: DoorParts): DynamicModule {
    const core = CoreModule.forParts(parts);
    return { ...core, providers: [...(core.providers ?? []), { provide: APP_GUARD, useClass: PermissionGuard }, { provide: APP_FILTER, useClass: HttpErrorFilter }, { provide: RefusalCount, useValue: parts.refusals }] };
  }
}
