import { cache } from 'react';
import { serverRequest } from '../api/server-request';
import { ViewerDocument, type ViewerQuery } from '../generated/documents';

export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type ViewerTenant = NonNullable<Viewer['tenant']>;
export type ViewerMember = NonNullable<Viewer['member']>;

/** Who asks for the page, or null; asked once a page. @throws ApiError PLATFORM.UNAVAILABLE, NETWORK.UNREACHABLE */
export const readViewer = cache(async (): Promise<Viewer | null> => (await serverRequest(ViewerDocument, {})).viewer);
