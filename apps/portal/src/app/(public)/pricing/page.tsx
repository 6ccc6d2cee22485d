import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PricingPage } from '../../../areas/pricing/pricing-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('pricing');
  return { title: t('pageTitle'), description: t('intro') };
}

export default PricingPage;
