'use client';

import type { Viewer } from '../viewer/read-viewer';
import { AddressBanner } from './address-banner';
import { StandingBanner } from './standing-banner';

export interface CompanyBannerProps {
  /** Where the company stands, where that is to be said on every page. */
  readonly standing?: Viewer['standing'];
  /** The person's address, while it is not verified. */
  readonly unverified?: string | undefined;
}

/** Where the company stands, or that the person's address is not verified; a trial that nears its end waits for the address, which choosing a plan needs. */
export function CompanyBanner({ standing, unverified }: CompanyBannerProps) {
  if (standing && !(unverified && standing.state === 'TRIAL')) return <StandingBanner standing={standing} />;
  return unverified ? <AddressBanner email={unverified} /> : null;
}
