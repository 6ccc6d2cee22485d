import { demoMoment } from '../../areas/landing/demo-press';

export const dynamic = 'force-dynamic';

/** The landing page's machine at this instant. Asks nobody and changes nothing. */
export function GET(): Response {
  return Response.json(demoMoment(Date.now()), { headers: { 'cache-control': 'no-store' } });
}
