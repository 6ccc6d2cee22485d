import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Area } from './areas';
import { MoreWords } from './more-words';

/** Gives the client components inside the words of these areas, beside those they have already; nothing else is sent. */
export async function WordsFor({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const all = await getMessages();
  const picked = Object.fromEntries(areas.map((area) => [area, all[area]]));
  return <MoreWords words={picked}>{children}</MoreWords>;
}
