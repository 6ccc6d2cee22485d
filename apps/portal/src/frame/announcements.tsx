'use client';

import { useState } from 'react';
import { request } from '../api/request';
import { PutAnnouncementAwayDocument } from '../generated/documents';
import type { Viewer } from '../viewer/read-viewer';
import { useIsLooking } from '../viewer/viewer-context';
import { AnnouncementStrip } from './announcement-strip';
import { useFaultToast } from './use-fault-toast';

export type Announcements = Viewer['announcements'];

/** What the platform announces, until the person puts it away: at once here, and for good once the platform has noted it. */
export function AnnouncementList({ announcements }: { announcements: Announcements }) {
  const sayFault = useFaultToast();
  const isLooking = useIsLooking();
  const [away, setAway] = useState<readonly string[]>([]);
  const putAway = (id: string): void => {
    setAway((before) => [...before, id]);
    request(PutAnnouncementAwayDocument, { id }).catch((fault: unknown) => {
      setAway((before) => before.filter((each) => each !== id));
      sayFault(fault);
    });
  };
  return announcements.filter(({ id }) => !away.includes(id)).map((each) => <AnnouncementStrip key={each.id} announcement={each} onPutAway={each.mayPutAway && !isLooking ? () => putAway(each.id) : undefined} />);
}
