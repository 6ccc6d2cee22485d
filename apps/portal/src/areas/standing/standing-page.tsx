'use client';

import { LinkButton, PageHeader, Section, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { Link } from '../../frame/link';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { StandingDocument, type StandingQuery } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { ConsequenceList } from './consequence-list';
import { LeaveSection } from './leave-section';
import { MoveList } from './move-list';
import { wayForward, type ShownPlace } from './place-key';
import { useStandingWords } from './use-standing-words';

type Standing = NonNullable<NonNullable<StandingQuery['viewer']>['standing']>;

/** The button to where it can be mended. */
function Forward({ place }: { place: ShownPlace }) {
  const t = useTranslations('standing.forward');
  const to = wayForward(place);
  const may = useMay('billing:manage');
  if (!to || !may) return null;
  return (
    <LinkButton asChild variant="primary">
      <Link href={`/settings/${to}`}>{t(to)}</Link>
    </LinkButton>
  );
}

function Sections({ standing }: { standing: Standing }) {
  const t = useTranslations('standing');
  return (
    <>
      <Section title={t('lets.title')}>
        <ConsequenceList place={standing} />
      </Section>
      <Section title={t('moves')}>
        <MoveList moves={standing.moves} />
      </Section>
      <LeaveSection standing={standing} />
    </>
  );
}

/** Where the company stands in its life, what that lets be, what comes next, and how its owner leaves and comes back. */
export function StandingPage() {
  const t = useTranslations('standing');
  const sentence = useStandingWords();
  const answer = useAnswer(StandingDocument, {});
  const standing = answer.data?.viewer?.standing;
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-8">
      <PageHeader title={t('title')} answer={standing ? sentence(standing) : <Skeleton width={320} height={24} />} actions={standing && <Forward place={standing} />} />
      {!standing && answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />}
      {!standing && !answer.isError && <Skeleton lines={8} />}
      {standing && <Sections standing={standing} />}
    </div>
  );
}
