'use client';

import { Button } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Link } from '../../frame/link';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../viewer/viewer-context';
import type { Machine } from './use-machine';

const ChooseType = dynamic(() => import('./choose-type').then(({ ChooseType: Dialog }) => Dialog), { ssr: false });
const DrawType = dynamic(() => import('./draw-type').then(({ DrawType: Dialog }) => Dialog), { ssr: false });

function TypeText({ type }: Pick<Machine, 'type'>) {
  const t = useTranslations('machines.type');
  if (!type) return t('none');
  const link = (text: ReactNode) => (
    <Link href={`/machines/types/${type.id}`} className="font-medium text-ink underline underline-offset-4">
      {text}
    </Link>
  );
  return type.published ? t.rich('line', { name: type.name, version: type.published.version, link }) : t.rich('lineDraft', { name: type.name, link });
}

/** By which type the metrics are shown, and giving the machine one. */
export function TypeLine({ machine }: { machine: Machine }) {
  const t = useTranslations('machines.type');
  const [open, setOpen] = useState<'choose' | 'draw' | null>(null);
  const mayManage = useMay('device-type:manage');
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-y border-line py-3">
      <p className="text-14 text-ink-2">
        <TypeText type={machine.type} />
      </p>
      {mayManage && (
        <span className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setOpen('choose')}>
            {machine.type ? t('change') : t('choose')}
          </Button>
          {!machine.type && machine.series.length > 0 && (
            <Button size="sm" onClick={() => setOpen('draw')}>
              {t('draw')}
            </Button>
          )}
        </span>
      )}
      {open === 'choose' && <ChooseType machine={machine} onClose={() => setOpen(null)} />}
      {open === 'draw' && <DrawType machine={machine} onClose={() => setOpen(null)} />}
    </div>
  );
}
