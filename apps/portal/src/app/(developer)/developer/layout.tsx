import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AnswerCache } from '../../../api/answer-cache';
import { CompanyOfPage } from '../../../api/company-of-page';
import { DeveloperFrame } from '../../../areas/developer/developer-frame';
import { isAway } from '../../../errors/api-error';
import { Unavailable } from '../../../errors/unavailable';
import { WordsFor } from '../../../i18n/words-for';
import { DENSITY_COOKIE, densityFromCookie } from '../../../theme/density-cookie';
import { DensityProvider } from '../../../theme/density';
import { requireMember, type Member } from '../../../viewer/require-viewer';
import { ViewerProvider } from '../../../viewer/viewer-context';

async function memberOrAway(): Promise<Member | 'away'> {
  try {
    return await requireMember();
  } catch (error) {
    if (isAway(error)) return 'away';
    throw error;
  }
}

/** For people of a company, who publish in its name. */
export default async function DeveloperLayout({ children }: { children: ReactNode }) {
  const member = await memberOrAway();
  if (member === 'away') return <Unavailable />;
  const density = densityFromCookie((await cookies()).get(DENSITY_COOKIE)?.value);
  return (
    <WordsFor areas={['developer', 'store']}>
      <AnswerCache>
        <ViewerProvider viewer={member}>
          <CompanyOfPage id={member.tenant.id} />
          <DensityProvider initial={density}>
            <DeveloperFrame>{children}</DeveloperFrame>
          </DensityProvider>
        </ViewerProvider>
      </AnswerCache>
    </WordsFor>
  );
}
