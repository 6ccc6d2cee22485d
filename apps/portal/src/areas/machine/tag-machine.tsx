'use client';

import { Button, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useChange } from '../../api/use-change';
import { useFaultLine } from '../../errors/use-fault-line';
import { FormDialog } from '../../frame/form-dialog';
import { TagMachineDocument, TagsDocument } from '../../generated/documents';
import { usePlantChanged } from '../plant/use-plant-changed';
import type { Machine } from './use-machine';

/** Offered at once; the others are typed. */
const MOST_OFFERED = 12;

/** Words as they are typed: commas of either writing stand between them. */
function wordsOf(text: string): string[] {
  return text.split(/[,，、]/u).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}

/** Says which tags the machine has. */
export function TagMachine({ machine, onClose }: { machine: Machine; onClose(): void }) {
  const t = useTranslations('plant.machine');
  const faultLine = useFaultLine();
  const changed = usePlantChanged();
  const { data } = useAnswer(TagsDocument, {});
  const [text, setText] = useState(machine.tags.join(', '));
  const change = useChange(TagMachineDocument, {
    onDone: async () => {
      await changed();
      onClose();
    },
  });
  const words = wordsOf(text);
  const others = (data?.tags ?? []).filter(({ name }) => !words.includes(name)).slice(0, MOST_OFFERED);
  return (
    <FormDialog title={t('tagTitle', { name: machine.name })} isPending={change.isPending} onSend={() => change.mutate({ input: { id: machine.id, tags: words } })} onClose={onClose}>
      <TextField label={t('tags')} hint={t('tagHint')} value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" error={faultLine(change.error)} />
      {others.length > 0 && (
        <div role="group" aria-label={t('tagKnown')} className="flex flex-wrap gap-2">
          {others.map(({ id, name }) => (
            <Button key={id} size="sm" onClick={() => setText([...words, name].join(', '))}>
              #{name}
            </Button>
          ))}
        </div>
      )}
    </FormDialog>
  );
}
