/** Where a company's logo is by its digest; undefined where it has none. */
export function logoPath(digest: string | null | undefined): string | undefined {
  return digest ? `/api/company/logo?digest=${digest}` : undefined;
}
