'use client';

import type { Viewer } from '../viewer/read-viewer';
import { AddressBanner } from './address-banner';
import { AnnouncementList, type Announcements } from './announcements';
import { LookBanner, type Look } from './look-banner';
import { StandingBanner } from './standing-banner';

export interface CompanyBannerProps {
  /** The look of somebody of the office at the company, while it lasts. */
  readonly look?: Look | null | undefined;
  /** What the platform announces to the person. */
  readonly announcements?: Announcements | undefined;
  /** Where the company stands, where that is to be said on every page. */
  readonly standing?: Viewer['standing'];
  /** The person's address, while it is not verified. */
  readonly unverified?: string | undefined;
}

/** Where the company stands, or that the person's address is not verified; a trial that nears its end waits for the address, which choosing a plan needs. */
function Standing({ standing, unverified }: CompanyBannerProps) {
  if (standing && !(unverified && standing.state === 'TRIAL')) return <StandingBanner standing={standing} />;
  return unverified ? <AddressBanner email={unverified} /> : null;
}

/** Who looks, where somebody of the office does; below it what the platform announces, and what else holds for the company. */
export function CompanyBanner({ look, announcements = [], ...rest }: CompanyBannerProps) {
  return (
    <>
      {look && <LookBanner look={look} />}
      <AnnouncementList announcements={announcements} />
      <Standing {...rest} />
    </>
  );
}
