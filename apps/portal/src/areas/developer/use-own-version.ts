'use client';

import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request';
import { PublisherVersionsDocument } from '../../generated/documents';
import { findVersion } from './find-version';

const PAGE_SIZE = 50;

/** One of the company's own versions; null where there is none of this id. */
export function useOwnVersion(id: string) {
  return useQuery({
    queryKey: ['PublisherVersions', 'one', id],
    queryFn: ({ signal }) => findVersion(id, async (after) => (await request(PublisherVersionsDocument, { first: PAGE_SIZE, after }, signal)).publisherVersions),
  });
}
