import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { AnswerCache } from '../../../api/answer-cache';
import { OfficeProvider } from '../../../areas/office/office-context';
import { OfficeFrame } from '../../../areas/office/office-frame';
import { isAway } from '../../../errors/api-error';
import { Unavailable } from '../../../errors/unavailable';
import { WordsFor } from '../../../i18n/words-for';
import { DENSITY_COOKIE, densityFromCookie } from '../../../theme/density-cookie';
import { DensityProvider } from '../../../theme/density';
import type { Viewer } from '../../../viewer/read-viewer';
import { requireViewer } from '../../../viewer/require-viewer';

async function viewerOrAway(): Promise<Viewer | 'away'> {
  try {
    return await requireViewer();
  } catch (error) {
    if (isAway(error)) return 'away';
    throw error;
  }
}

/** For people of the platform office; to anybody else the place does not exist. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const viewer = await viewerOrAway();
  if (viewer === 'away') return <Unavailable />;
  if (!viewer.staffRole) notFound();
  const density = densityFromCookie((await cookies()).get(DENSITY_COOKIE)?.value);
  return (
    <WordsFor areas={['office', 'audit']}>
      <AnswerCache>
        <OfficeProvider viewer={viewer}>
          <DensityProvider initial={density}>
            <OfficeFrame>{children}</OfficeFrame>
          </DensityProvider>
        </OfficeProvider>
      </AnswerCache>
    </WordsFor>
  );
}
