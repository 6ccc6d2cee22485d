'use client';

import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request';
import { ReviewQueueDocument } from '../../generated/documents';
import { VERSION_STATES, findVersion, type AppVersion } from '../developer/find-version';

const PAGE_SIZE = 50;

/** One version as reviewers see it, whatever its state; null where there is none of this id. */
export function useReviewVersion(id: string) {
  return useQuery({
    queryKey: ['ReviewQueue', 'one', id],
    queryFn: async ({ signal }): Promise<AppVersion | null> => {
      for (const state of VERSION_STATES) {
        const found = await findVersion(id, async (after) => (await request(ReviewQueueDocument, { first: PAGE_SIZE, after, state }, signal)).reviewQueue);
        if (found) return found;
      }
      return null;
    },
  });
}
