'use client';

import { Banner, LinkButton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from './link';
import { usePathname } from 'next/navigation';
import { placeKey, wayForward } from '../areas/standing/place-key';
import type { StandingFactsFragment } from '../generated/documents';
import { useMay } from '../viewer/viewer-context';

const CALM: readonly string[] = ['TRIAL', 'PAST_DUE'];

/** Where the company stands, how many days are left, and the button that goes on, on every page while it matters. */
export function StandingBanner({ standing }: { standing: StandingFactsFragment }) {
  const t = useTranslations('frame.banner');
  const sentence = useTranslations('frame.banner.standing');
  const pathname = usePathname();
  const mayMend = useMay('billing:manage');
  const key = placeKey(standing);
  const to = mayMend && wayForward(standing) ? wayForward(standing) : 'standing';
  const href = `/settings/${to}`;
  const forward = pathname !== href && key !== 'SUSPENDED_OFFICE' && (
    <LinkButton asChild size="sm">
      <Link href={href}>{t(`forward.${to ?? 'standing'}`)}</Link>
    </LinkButton>
  );
  return (
    <Banner tone={CALM.includes(key) ? 'caution' : 'danger'} action={forward}>
      {sentence(key, { days: standing.next?.daysLeft ?? 0, reason: standing.reason ?? t('noReason') })}
    </Banner>
  );
}
