/** Header that tells pages the path they were asked for; a visitor's own value never survives. */
export const PATH_HEADER = 'x-tenon-path';

/** Path and query as a visitor would see them: without the marker by which Next fetches a page's parts. */
export function visiblePath(url: string): string {
  const [pathname = '', query = ''] = url.split('?', 2);
  const params = new URLSearchParams(query);
  params.delete('_rsc');
  const rest = params.toString();
  const path = pathname || '/';
  return rest ? `${path}?${rest}` : path;
}
