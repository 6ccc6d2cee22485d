import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MemberPage } from '../../../../../areas/people/member-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('member.accessTitle') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <MemberPage id={(await params).id} />;
}
