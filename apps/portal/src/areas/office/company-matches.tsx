'use client';

import { Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { Failure } from '../../errors/failure';
import { CompaniesDocument } from '../../generated/documents';
import type { PickedCompany } from './picked-companies';

/** As many as a look takes in; whoever does not find theirs types on. */
const MOST_SHOWN = 6;

/** In a dialog they come below its edge. */
const intoView = (list: HTMLElement | null): void => list?.scrollIntoView({ block: 'nearest' });

interface CompanyMatchesProps {
  readonly asked: string;
  /** Ids of those that are chosen already. */
  readonly without: readonly string[];
  onPick(company: PickedCompany): void;
}

/** The companies that match what is searched for. */
export function CompanyMatches({ asked, without, onPick }: CompanyMatchesProps) {
  const t = useTranslations('office.picker');
  const answer = useAnswer(CompaniesDocument, { first: MOST_SHOWN + without.length, search: asked }, { isKept: true });
  if (answer.isError && !answer.data) return <Failure error={answer.error} onRetry={() => void answer.refetch()} isRetrying={answer.isFetching} />;
  if (!answer.data) return <Skeleton lines={3} height={28} />;
  const found = answer.data.companies.nodes.filter(({ id }) => !without.includes(id)).slice(0, MOST_SHOWN);
  if (found.length === 0) return <p className="text-13 text-ink-2">{t('none', { asked })}</p>;
  return (
    <ul ref={intoView} className="divide-y divide-line rounded border border-line">
      {found.map(({ id, name, ownerEmail }) => (
        <li key={id}>
          <button type="button" onClick={() => onPick({ id, name })} className="grid w-full gap-0.5 px-3 py-2 text-left hover:bg-sunken">
            <span className="truncate text-14">{name} </span>
            <span className="truncate text-13 text-ink-3">{ownerEmail}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
