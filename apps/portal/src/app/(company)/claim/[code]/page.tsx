import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClaimPage } from '../../../../areas/handover/claim-page';
import { WordsFor } from '../../../../i18n/words-for';

/** Where a machine's label leads. Whoever is not signed in comes back here afterwards. */
export async function generateMetadata(): Promise<Metadata> {
  // The code is good once, but until then for whoever has it: no other page is told the address.
  return { title: (await getTranslations('handover.claim'))('title'), referrer: 'no-referrer', robots: { index: false } };
}

export default async function Page({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  return (
    <WordsFor areas={['handover']}>
      <ClaimPage code={decodeURIComponent((await params).code)} />
    </WordsFor>
  );
}
