import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BenchmarksPage } from '../../../areas/benchmarks/benchmarks-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('benchmarks');
  return { title: t('pageTitle'), description: t('intro') };
}

export default BenchmarksPage;
