/** Sign-in and companies, as the api serves them. */
import { Module, type DynamicModule } from '@nestjs/common';
import { ApiKeyResolver, ImpersonationLedger, PrincipalResolver } from '@tenon/nest';
import { Vault } from '@tenon/runtime';
import { AddPasskey, BeginPasskey } from './application/add-passkey.js';
import { OwnPasskeys, RemovePasskey } from './application/own-passkeys.js';
import { AdmitBySso } from './application/admit-by-sso.js';
import { EnterBySso } from './application/enter-by-sso.js';
import { DemandSingleSignOn, ReadShutOut } from './application/demand-single-sign-on.js';
import { ReadClosedCompany } from './application/read-closed-company.js';
import { WaiveSingleSignOn } from './application/waive-single-sign-on.js';
import { FollowSsoRoles } from './application/follow-sso-roles.js';
import { JoinBySso } from './application/join-by-sso.js';
import { LinkSsoAccount } from './application/link-sso-account.js';
import { RoleHolders } from './application/role-holders.js';
import { SingleSignOn } from './application/single-sign-on.js';
import { SsoPeople } from './application/sso-people.js';
import { SsoSignIn } from './application/sso-sign-in.js';
import { SignInWithPasskey } from './application/sign-in-with-passkey.js';
import { AcceptInvitation } from './application/accept-invitation.js';
import { AppointStaff } from './application/appoint-staff.js';
import { ResendInvitation, RevokeInvitation } from './application/change-invitation.js';
import { ChangeMemberRole } from './application/change-member-role.js';
import { CreateRole, DeleteRole, UpdateRole } from './application/change-roles.js';
import { CreateCompany } from './application/create-company.js';
import { EnsureCompany } from './application/ensure-company.js';
import { DeleteAccount } from './application/delete-account.js';
import { FindInvitation } from './application/find-invitation.js';
import { GetTenant } from './application/get-tenant.js';
import { InvitePerson } from './application/invite-person.js';
import { JoinCompany } from './application/join-company.js';
import { ReadOwnCompanies, SwitchCompany } from './application/own-companies.js';
import { EndOwnSessions, ReadOwnSessions } from './application/own-sessions.js';
import { OwnAccountData } from './application/own-account-data.js';
import { OwnViews } from './application/own-views.js';
import { PeopleDesk } from './application/people-desk.js';
import { ReadInvitations } from './application/read-invitations.js';
import { ReadMembers } from './application/read-members.js';
import { ReadRoles } from './application/read-roles.js';
import { LeaveCompany, RemoveMember } from './application/remove-member.js';
import { ResumeCompany, SuspendCompany } from './application/suspend-company.js';
import { TellNewDevice } from './application/tell-new-device.js';
import { TellReusedCode } from './application/tell-reused-code.js';
import { TransferOwnership } from './application/transfer-ownership.js';
import { UpdateTenant } from './application/update-tenant.js';
import { SendVerificationMail, VerifyEmail } from './application/verify-email.js';
import { authProviders, type SignInOptions } from './auth-provider.js';
import { CreateApiKey, RevokeApiKey } from './application/change-api-keys.js';
import { ChangePassword } from './application/change-password.js';
import { RenewRecoveryCodes, TurnOffSecondFactor } from './application/change-second-factor.js';
import { DemandSecondFactor } from './application/demand-second-factor.js';
import { PersonTrail } from './application/person-trail.js';
import { ReadApiKeys } from './application/read-api-keys.js';
import { ReadSecondFactor } from './application/read-second-factor.js';
import { BeginSecondFactor, ConfirmSecondFactor } from './application/set-up-second-factor.js';
import { RotateKeys } from './application/rotate-keys.js';
import { BeginImpersonation } from './application/begin-impersonation.js';
import { EndImpersonation } from './application/end-impersonation.js';
import { ReadImpersonations } from './application/read-impersonations.js';
import { BeginFactorReset } from './application/begin-factor-reset.js';
import { StopFactorReset } from './application/stop-factor-reset.js';
import { ShedAccess } from './application/shed-access.js';
import { SignInSteps } from './application/sign-in-steps.js';
import { ApiKeyGraphqlResolver } from './graphql/api-key.resolver.js';
import { CompanyResolver } from './graphql/company.resolver.js';
import { IdentityResolver } from './graphql/identity.resolver.js';
import { ImpersonationResolver } from './graphql/impersonation.resolver.js';
import { InvitationResolver } from './graphql/invitation.resolver.js';
import { MemberResolver } from './graphql/member.resolver.js';
import { OwnAccountResolver } from './graphql/own-account.resolver.js';
import { OwnPasswordResolver } from './graphql/own-password.resolver.js';
import { OwnSecondFactorResolver } from './graphql/own-second-factor.resolver.js';
import { OwnSessionResolver } from './graphql/own-session.resolver.js';
import { PasskeyResolver } from './graphql/passkey.resolver.js';
import { RoleResolver } from './graphql/role.resolver.js';
import { SavedViewResolver } from './graphql/saved-view.resolver.js';
import { SecondFactorResolver } from './graphql/second-factor.resolver.js';
import { SingleSignOnResolver } from './graphql/single-sign-on.resolver.js';
import { DemandedSsoResolver } from './graphql/demanded-sso.resolver.js';
import { VerifyEmailResolver } from './graphql/verify-email.resolver.js';
import { InvitationController } from './http/invitation.controller.js';
import { PasskeyController } from './http/passkey.controller.js';
import { SignInController } from './http/sign-in.controller.js';
import { SsoController } from './http/sso.controller.js';
import { VerifyEmailController } from './http/verify-email.controller.js';
import { ApiKeyRepository } from './persistence/api-key.repository.js';
import { InvitationRepository } from './persistence/invitation.repository.js';
import { MemberRepository } from './persistence/member.repository.js';
import { RoleRepository } from './persistence/role.repository.js';
import { SealedRepository } from './persistence/sealed.repository.js';
import { SsoAdmissionRepository } from './persistence/sso-admission.repository.js';
import { SsoConnectionRepository } from './persistence/sso-connection.repository.js';
import { TenantRepository } from './persistence/tenant.repository.js';
import { AddressProof } from './sign-in/address-proof.js';
import { ConfirmOfficer } from './sign-in/confirm-officer.js';
import { ConfirmPerson } from './sign-in/confirm-person.js';
import { EnterCompany } from './sign-in/enter-company.js';
import { InvitedPerson } from './sign-in/invited-person.js';
import { CheckCode } from './sign-in/check-code.js';
import { FactorResets } from './sign-in/factor-resets.js';
import { KeptImpersonations } from './sign-in/kept-impersonations.js';
import { MeetDevice } from './sign-in/meet-device.js';
import { OpenSession } from './sign-in/open-session.js';
import { PasswordReset } from './sign-in/password-reset.js';
import { ResetLinks } from './sign-in/reset-links.js';
import { PersonPassword } from './sign-in/person-password.js';
import { PresentedKeyResolver } from './sign-in/presented-key-resolver.js';
import { SecondFactorSetup } from './sign-in/second-factor-setup.js';
import { SecondStep } from './sign-in/second-step.js';
import { PrivacyConsents } from './sign-in/privacy-consents.js';
import { SessionPrincipalResolver } from './sign-in/session-principal-resolver.js';
import { CodeAttempts } from './sign-in/code-attempts.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { Welcome } from './sign-in/welcome.js';
import { ProvenDomain } from './sso/proven-domain.js';

export { AppointStaff } from './application/appoint-staff.js';
export { RotateKeys } from './application/rotate-keys.js';
export { SignInSteps } from './application/sign-in-steps.js';
export { KeyUse } from './sign-in/key-use.js';
export { SignInService } from './sign-in/sign-in.service.js';
export type { SignInOptions } from './auth-provider.js';
export type { SignInLimits } from './sign-in/throttle.js';

/** What invitations need, and whoever belongs to several companies. */
const INVITATIONS = [
  AcceptInvitation,
  CompanyResolver,
  CreateCompany,
  EnterCompany,
  FindInvitation,
  InvitationRepository,
  InvitationResolver,
  InvitePerson,
  InvitedPerson,
  JoinCompany,
  ReadInvitations,
  ReadOwnCompanies,
  ResendInvitation,
  RevokeInvitation,
  SwitchCompany,
];

/** What the company's people and their roles need. */
const PEOPLE = [
  ChangeMemberRole,
  ConfirmPerson,
  CreateRole,
  DeleteRole,
  LeaveCompany,
  MemberRepository,
  MemberResolver,
  PeopleDesk,
  ReadMembers,
  ReadRoles,
  RemoveMember,
  RoleHolders,
  RoleRepository,
  RoleResolver,
  TransferOwnership,
  UpdateRole,
];

/** What people need to take their data along, and to go. */
const OWN_ACCOUNT = [DeleteAccount, OwnAccountData, OwnAccountResolver, PrivacyConsents, Welcome];

/** What people need to keep how they look at lists. */
const VIEWS = [OwnViews, SavedViewResolver];

/** What programs need, and those who give them keys. */
const API_KEYS = [ApiKeyGraphqlResolver, ApiKeyRepository, CreateApiKey, ReadApiKeys, RevokeApiKey];

/** What it needs to know that somebody's address is theirs. */
const ADDRESSES = [AddressProof, PasswordReset, ResetLinks, SendVerificationMail, ShedAccess, VerifyEmail, VerifyEmailResolver];

/** What it needs to know where somebody is signed in. */
const SESSIONS = [EndOwnSessions, MeetDevice, OpenSession, OwnSessionResolver, ReadOwnSessions, TellNewDevice];

/** What the office needs to look at a company as its people see it. */
const LOOKS = [BeginImpersonation, ConfirmOfficer, EndImpersonation, ImpersonationResolver, ReadImpersonations, { provide: ImpersonationLedger, useClass: KeptImpersonations }];

/** What signing in at the provider of one's company needs. */
const SINGLE_SIGN_ON = [
  AdmitBySso,
  DemandSingleSignOn,
  DemandedSsoResolver,
  EnterBySso,
  FollowSsoRoles,
  JoinBySso,
  LinkSsoAccount,
  ProvenDomain,
  ReadShutOut,
  SingleSignOn,
  SingleSignOnResolver,
  SsoAdmissionRepository,
  SsoConnectionRepository,
  SsoPeople,
  SsoSignIn,
  WaiveSingleSignOn,
  ReadClosedCompany,
];

/** What people's passkeys need, and signing in with one. */
const PASSKEYS = [AddPasskey, BeginPasskey, OwnPasskeys, PasskeyResolver, RemovePasskey, SignInWithPasskey];

/** What a person's second factor needs, and signing in with one. */
const SECOND_FACTOR = [
  BeginFactorReset,
  BeginSecondFactor,
  ChangePassword,
  CheckCode,
  ConfirmSecondFactor,
  DemandSecondFactor,
  FactorResets,
  OwnPasswordResolver,
  OwnSecondFactorResolver,
  PersonPassword,
  PersonTrail,
  ReadSecondFactor,
  RenewRecoveryCodes,
  SecondFactorResolver,
  SecondFactorSetup,
  SecondStep,
  SignInSteps,
  StopFactorReset,
  TellReusedCode,
  TurnOffSecondFactor,
];

@Module({})
export class IdentityApiModule {
  static register(options: SignInOptions): DynamicModule {
    return {
      module: IdentityApiModule,
      global: true,
      controllers: [InvitationController, PasskeyController, SignInController, SsoController, VerifyEmailController],
      providers: [
        ...authProviders(options),
        ...INVITATIONS,
        ...PEOPLE,
        ...ADDRESSES,
        ...API_KEYS,
        ...LOOKS,
        ...OWN_ACCOUNT,
        ...PASSKEYS,
        ...SECOND_FACTOR,
        ...SESSIONS,
        ...SINGLE_SIGN_ON,
        ...VIEWS,
        AppointStaff,
        CodeAttempts,
        EnsureCompany,
        GetTenant,
        IdentityResolver,
        ResumeCompany,
        RotateKeys,
        SealedRepository,
        SignInService,
        SuspendCompany,
        TenantRepository,
        UpdateTenant,
        { provide: ApiKeyResolver, useClass: PresentedKeyResolver },
        { provide: PrincipalResolver, useClass: SessionPrincipalResolver },
      ],
      exports: [ApiKeyResolver, BeginFactorReset, CodeAttempts, ImpersonationLedger, OwnAccountData, PrincipalResolver, ResumeCompany, SignInService, SignInSteps, SuspendCompany, Vault],
    };
  }
}
