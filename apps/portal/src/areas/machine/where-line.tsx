'use client';

import { Badge } from '@tenon/ui';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Link } from '../../frame/link';
import type { Machine } from './use-machine';

const HandoverMark = dynamic(() => import('../handover/handover-mark').then(({ HandoverMark: Mark }) => Mark), { ssr: false });

/** Where the machine stands, each place leading to the machines in it, and the words it is sorted by. */
export function WhereLine({ machine: { path, tags, retiredAt, handover } }: { machine: Machine }) {
  const t = useTranslations('plant');
  return (
    <>
      {retiredAt && <Badge tone="outline">{t('retired')}</Badge>}
      {handover && (handover.state === 'OPEN' || (handover.state === 'TAKEN' && retiredAt)) && <HandoverMark handover={handover} />}
      {path.length > 0 && (
        <span className="inline-flex flex-wrap gap-x-1.5">
          {path.map(({ id, name }, index) => (
            <Fragment key={id}>
              {index > 0 && <span className="text-ink-3">/</span>}
              <Link href={`/machines?place=${id}`} className="hover:underline">
                {name}
              </Link>
            </Fragment>
          ))}
        </span>
      )}
      {tags.map((tag) => (
        <Badge key={tag} tone="outline">
          #{tag}
        </Badge>
      ))}
    </>
  );
}
