/** Sign-in and companies, as the api serves them. */
import { Module, type DynamicModule } from '@nestjs/common';
import { PrincipalResolver } from '@tenon/nest';
import { AppointStaff } from './application/appoint-staff.js';
import { EnsureCompany } from './application/ensure-company.js';
import { GetTenant } from './application/get-tenant.js';
import { ResumeCompany, SuspendCompany } from './application/suspend-company.js';
import { UpdateTenant } from './application/update-tenant.js';
import { authProviders, type SignInOptions } from './auth-provider.js';
import { IdentityResolver } from './graphql/identity.resolver.js';
import { SignInController } from './http/sign-in.controller.js';
import { TenantRepository } from './persistence/tenant.repository.js';
import { SessionPrincipalResolver } from './sign-in/session-principal-resolver.js';
import { SignInService } from './sign-in/sign-in.service.js';

export { AppointStaff } from './application/appoint-staff.js';
export { SignInService } from './sign-in/sign-in.service.js';
export type { SignInOptions } from './auth-provider.js';
export type { SignInLimits } from './sign-in/throttle.js';

@Module({})
export class IdentityApiModule {
  static register(options: SignInOptions): DynamicModule {
    return {
      module: IdentityApiModule,
      global: true,
      controllers: [SignInController],
      providers: [
        ...authProviders(options),
        AppointStaff,
        EnsureCompany,
        GetTenant,
        IdentityResolver,
        ResumeCompany,
        SignInService,
        SuspendCompany,
        TenantRepository,
        UpdateTenant,
        { provide: PrincipalResolver, useClass: SessionPrincipalResolver },
      ],
      exports: [PrincipalResolver, ResumeCompany, SignInService, SuspendCompany],
    };
  }
}
