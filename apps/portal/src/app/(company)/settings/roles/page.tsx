import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RolesPage } from '../../../../areas/people/roles-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('matrix.title') };
}

export default function Page() {
  return <RolesPage />;
}
