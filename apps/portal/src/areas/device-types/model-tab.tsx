'use client';

import { MODEL_PARTS, type ModelPart } from '@tenon/domain/device-types';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import type { WholeTypeFragment } from '../../generated/documents';
import { useMay } from '../../viewer/viewer-context';
import { DraftBanner } from './draft-banner';
import { ModelParts } from './model-parts';
import { workingModel } from './model-of';
import { PartSection, type PartActs } from './part-section';

const ItemDialog = dynamic(() => import('./forms/item-dialog').then(({ ItemDialog: Form }) => Form), { ssr: false });
const RemoveItem = dynamic(() => import('./remove-item').then(({ RemoveItem: Ask }) => Ask), { ssr: false });

interface Open {
  readonly act: 'add' | 'edit' | 'remove';
  readonly part: ModelPart;
  readonly key: string | null;
}

/** What the type says: its draft where it has one, else what is in force. A change begins the draft. */
export function ModelTab({ type }: { type: WholeTypeFragment }) {
  const mayManage = useMay('device-type:manage');
  const [open, setOpen] = useState<Open | null>(null);
  const model = workingModel(type);
  const acts = useMemo<PartActs>(
    () => ({
      add: (part) => setOpen({ act: 'add', part, key: null }),
      edit: (part, key) => setOpen({ act: 'edit', part, key }),
      remove: (part, key) => setOpen({ act: 'remove', part, key }),
    }),
    [],
  );
  const close = (): void => setOpen(null);
  return (
    <div className="grid grid-cols-1 gap-8">
      {type.draft && <DraftBanner type={type} />}
      {mayManage ? MODEL_PARTS.map((part) => <PartSection key={part} model={model} part={part} acts={acts} />) : <ModelParts model={model} />}
      {open && open.act !== 'remove' && <ItemDialog key={`${open.part} ${open.key ?? ''}`} type={type} part={open.part} itemKey={open.key} onClose={close} />}
      {open?.act === 'remove' && open.key !== null && <RemoveItem type={type} part={open.part} itemKey={open.key} onClose={close} />}
    </div>
  );
}
