'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFollow } from '../api/use-follow';
import { UnreadNoticesDocument } from '../generated/documents';

/** Beyond it the figure would be wider than the bell, and nobody counts. */
const MOST_SHOWN = 99;

/** How many notices are unread, as it changes; nothing while none is. */
export function UnreadCount() {
  const t = useTranslations('frame.notices');
  const [count, setCount] = useState(0);
  useFollow(UnreadNoticesDocument, {}, ({ unreadNoticesChanged }) => setCount(unreadNoticesChanged));
  if (count === 0) return null;
  return (
    <>
      <span aria-hidden className="absolute top-0.5 right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[10px] leading-none font-semibold text-on-accent tabular-nums">
        {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
      </span>
      <span className="sr-only">{t('unread', { count })}</span>
    </>
  );
}
