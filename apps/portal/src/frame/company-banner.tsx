'use client';

import type { Viewer } from '../viewer/read-viewer';
import { AddressBanner } from './address-banner';
import { LookBanner, type Look } from './look-banner';
import { StandingBanner } from './standing-banner';

export interface CompanyBannerProps {
  /** The look of somebody of the office at the company, while it lasts. */
  readonly look?: Look | null | undefined;
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

/** Who looks, where somebody of the office does, and below it what else holds for the company. */
export function CompanyBanner({ look, ...rest }: CompanyBannerProps) {
  return (
    <>
      {look && <LookBanner look={look} />}
      <Standing {...rest} />
    </>
  );
}
