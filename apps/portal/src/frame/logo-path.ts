/** Where a company's logo is by its digest; undefined where it has none. */
export function logoPath(digest: string | null | undefined): string | undefined {
  return digest ? `/api/company/logo?digest=${digest}` : undefined;
}

/** The same of any company that the person belongs to. */
export function placeLogoPath({ id, logoDigest }: { readonly id: string; readonly logoDigest: string | null }): string | undefined {
  return logoDigest ? `/api/company/place-logo?company=${id}&digest=${logoDigest}` : undefined;
}
