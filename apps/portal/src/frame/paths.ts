/** Whether the path lies in the place, at its head or below it. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}

/** Whether the page at this path is about a span of time, so that the header line keeps room for its range picker. */
export function hasRange(pathname: string): boolean {
  return /^\/(machines|apps)\/(?!(?:new|types|import|history|completeness|authorities|provisioning|claim|tags|packages|campaigns)$)[^/]+$/.test(pathname) || pathname === '/settings/audit';
}
