import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationAddCertificateAuthorityArgs, MutationIssueDeviceCertificateArgs, MutationProveCertificateAuthorityArgs, MutationRevokeCertificateSerialsArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission, WithheldFromOffice } from '@tenon/nest';
import { DeviceEndpoint } from '../../graphql/device-token.resolver.js';
import { Authorities } from '../application/authorities.js';
import { MachineCertificates } from '../application/machine-certificates.js';
import { showAuthority, showMachineCertificate } from './show-certificate.js';

const CREDENTIAL = 'whoever has it is a machine';

@Resolver()
export class CertificateResolver {
  constructor(
    private readonly certificates: MachineCertificates,
    private readonly authorities: Authorities,
    private readonly endpoint: DeviceEndpoint,
  ) {}

  @Query('deviceCertificates')
  @RequirePermission('device:read')
  async deviceCertificates(@CurrentActor() actor: TenantActor, @Args('deviceId') deviceId: string) {
    return (await this.certificates.list(actor, deviceId)).map(showMachineCertificate);
  }

  @Query('certificateAuthorities')
  @RequirePermission('device:read')
  async certificateAuthorities(@CurrentActor() actor: TenantActor) {
    return (await this.authorities.list(actor)).map(showAuthority);
  }

  @Mutation('issueDeviceCertificate')
  @RequirePermission('device:credentials')
  @WithheldFromOffice(CREDENTIAL)
  async issueDeviceCertificate(@CurrentActor() actor: TenantActor, @Args() { input }: MutationIssueDeviceCertificateArgs) {
    const { row, certificate, authorityPem } = await this.certificates.issue(actor, input);
    return { certificate: showMachineCertificate(row), pem: certificate, authorityPem, endpoint: this.endpoint };
  }

  @Mutation('revokeDeviceCertificate')
  @RequirePermission('device:credentials')
  async revokeDeviceCertificate(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showMachineCertificate(await this.certificates.revoke(actor, id));
  }

  @Mutation('addCertificateAuthority')
  @RequirePermission('device:credentials')
  @WithheldFromOffice(CREDENTIAL)
  async addCertificateAuthority(@CurrentActor() actor: TenantActor, @Args() { input }: MutationAddCertificateAuthorityArgs) {
    return showAuthority(await this.authorities.add(actor, input));
  }

  @Mutation('proveCertificateAuthority')
  @RequirePermission('device:credentials')
  @WithheldFromOffice(CREDENTIAL)
  async proveCertificateAuthority(@CurrentActor() actor: TenantActor, @Args() { input }: MutationProveCertificateAuthorityArgs) {
    return showAuthority(await this.authorities.prove(actor, input));
  }

  @Mutation('endCertificateAuthority')
  @RequirePermission('device:credentials')
  async endCertificateAuthority(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showAuthority(await this.authorities.end(actor, id));
  }

  @Mutation('revokeCertificateSerials')
  @RequirePermission('device:credentials')
  async revokeCertificateSerials(@CurrentActor() actor: TenantActor, @Args() { input }: MutationRevokeCertificateSerialsArgs) {
    return showAuthority(await this.authorities.revokeSerials(actor, input));
  }
}
