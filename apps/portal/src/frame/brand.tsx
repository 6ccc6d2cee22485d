import { Wordmark } from '@tenon/ui';
import { useTranslations } from 'next-intl';

/** The mark with the product's name, as every frame wears it. */
export function Brand({ size = 'sm' }: { size?: 'sm' | 'md' | 'lg' }) {
  const t = useTranslations('frame');
  return <Wordmark name={t('product')} size={size} />;
}
