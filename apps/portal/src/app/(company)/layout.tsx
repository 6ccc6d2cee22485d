import { CompanyMark } from '@tenon/ui';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AnswerCache } from '../../api/answer-cache';
import { CompanyOfPage } from '../../api/company-of-page';
import { isAway } from '../../errors/api-error';
import { Unavailable } from '../../errors/unavailable';
import { logoPath } from '../../frame/logo-path';
import { WorkspaceFrame } from '../../frame/workspace-frame';
import { DENSITY_COOKIE, densityFromCookie } from '../../theme/density-cookie';
import { DensityProvider } from '../../theme/density';
import { requireMember, type Member } from '../../viewer/require-viewer';
import { ViewerProvider } from '../../viewer/viewer-context';

async function memberOrAway(): Promise<Member | 'away'> {
  try {
    return await requireMember();
  } catch (error) {
    if (isAway(error)) return 'away';
    throw error;
  }
}

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const member = await memberOrAway();
  if (member === 'away') return <Unavailable />;
  const density = densityFromCookie((await cookies()).get(DENSITY_COOKIE)?.value);
  const mark = { name: member.tenant.name, src: logoPath(member.logoDigest) };
  return (
    <AnswerCache>
      <ViewerProvider viewer={member}>
        <CompanyOfPage id={member.tenant.id} />
        <DensityProvider initial={density}>
          {/* Initials would be too small to read in a phone's head line. */}
          <WorkspaceFrame mark={<CompanyMark {...mark} size={24} />} phoneMark={mark.src && <CompanyMark {...mark} size={18} />}>
            {children}
          </WorkspaceFrame>
        </DensityProvider>
      </ViewerProvider>
    </AnswerCache>
  );
}
