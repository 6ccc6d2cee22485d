import { Args, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '@tenon/domain/identity';
import { CurrentStaff, RequirePermission } from '@tenon/nest';
import { ReadCertificates } from '../application/read-certificates.js';
import { showCertificate } from './show-certificate.js';

@Resolver()
export class CertificateResolver {
  constructor(private readonly read: ReadCertificates) {}

  @Query('erasureCertificates')
  @RequirePermission('erasure:read')
  async erasureCertificates(@CurrentStaff() staff: StaffActor, @Args() args: { first?: number; after?: string }) {
    const page = await this.read.list(staff, args);
    return { ...page, nodes: page.nodes.map(showCertificate) };
  }

  @Query('erasureCertificate')
  @RequirePermission('erasure:read')
  async erasureCertificate(@CurrentStaff() staff: StaffActor, @Args('id') id: string) {
    return showCertificate(await this.read.one(staff, id));
  }
}
