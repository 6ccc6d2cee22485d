'use client';

import { Button, Skeleton } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useIsWide } from '../../frame/use-is-wide';
import type { Where } from '../plant/where';

const PlantPanel = dynamic(() => import('../plant/plant-panel').then(({ PlantPanel: Panel }) => Panel), { ssr: false, loading: () => <Skeleton lines={6} /> });
const PlantSheet = dynamic(() => import('../plant/plant-sheet').then(({ PlantSheet: Sheet }) => Sheet), { ssr: false, loading: SheetToCome });

function SheetToCome() {
  const t = useTranslations('plant');
  return (
    <Button className="w-full" disabled>
      {t('title')}
    </Button>
  );
}

interface PlantAsideProps {
  readonly where: Where;
  onChoose(where: Where): void;
}

/** The tree beside the list; where there is no room, behind a button above it. Its place is kept until it comes. */
export function PlantAside(props: PlantAsideProps) {
  const isWide = useIsWide();
  return (
    <>
      <div className="lg:hidden">{isWide === false && <PlantSheet {...props} />}{isWide !== false && <SheetToCome />}</div>
      <aside className="hidden lg:block">
        <div className="sticky top-4 max-h-[calc(100dvh-6rem)] overflow-y-auto">{isWide === true && <PlantPanel {...props} />}{isWide === undefined && <Skeleton lines={6} />}</div>
      </aside>
    </>
  );
}
