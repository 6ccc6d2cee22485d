'use client';

import { readModel, type ModelFault, type ModelPart, type TypeModel } from '@tenon/domain/device-types';
import { Callout } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../../../frame/form-dialog';
import type { WholeTypeFragment } from '../../../generated/documents';
import { FormFault } from '../../apps/form-fault';
import { useMetricName } from '../../metrics/use-metric-name';
import { FaultList } from '../fault-list';
import { workingModel } from '../model-of';
import { useFaultWords } from '../use-fault-words';
import { useSaveModel } from '../use-save-model';
import { useWords } from '../use-words';
import { AlarmFields } from './alarm-fields';
import { AttributeFields } from './attribute-fields';
import { CommandFields } from './command-fields';
import { EventFields } from './event-fields';
import { BLANK, withItem, type FieldsProps, type Item, type Items } from './item';
import { MetricFields } from './metric-fields';

interface ItemDialogProps {
  readonly type: WholeTypeFragment;
  readonly part: ModelPart;
  /** Null: a new one is added. */
  readonly itemKey: string | null;
  onClose(): void;
}

function ItemFields({ part, model, ...props }: FieldsProps<Item> & { part: ModelPart; model: TypeModel }) {
  // What stands in a part is of that part; the fields know no other.
  const of = <P extends ModelPart>(_part: P) => props as unknown as FieldsProps<Items[P]>;
  if (part === 'metrics') return <MetricFields {...of(part)} />;
  if (part === 'attributes') return <AttributeFields {...of(part)} />;
  if (part === 'commands') return <CommandFields {...of(part)} />;
  if (part === 'events') return <EventFields {...of(part)} />;
  return <AlarmFields {...of(part)} model={model} />;
}

/** The words for a field's fault, and the faults that stand elsewhere. */
function useFaults(part: ModelPart, index: number) {
  const words = useFaultWords();
  const [faults, setFaults] = useState<readonly ModelFault[]>([]);
  const own = `/${part}/${index}/`;
  const errorOf = (field: string): string | undefined => {
    const found = faults.find(({ path }) => path === `${own}${field}` || path.startsWith(`${own}${field}/`));
    return found && words(found.code);
  };
  return { setFaults, errorOf, elsewhere: faults.filter(({ path }) => !path.startsWith(own)) };
}

/** Adds a thing to the draft or changes one. What is wrong is said beside its field before anything is sent. */
export function ItemDialog({ type, part, itemKey, onClose }: ItemDialogProps) {
  const t = useTranslations('deviceTypes.form');
  const wordsOf = useWords();
  const nameOf = useMetricName();
  const model = workingModel(type);
  const list: readonly Item[] = model[part];
  const former = list.find(({ key }) => key === itemKey);
  const [item, setItem] = useState<Item>(former ?? BLANK[part]);
  const { setFaults, errorOf, elsewhere } = useFaults(part, former ? list.indexOf(former) : list.length);
  const { change, save } = useSaveModel(type, onClose);
  const send = (): void => {
    const reading = readModel(withItem(model, part, former ? former.key : null, item));
    setFaults(reading.faults ?? []);
    if (reading.model) save(reading.model);
  };
  return (
    <FormDialog title={former ? t('edit', { name: wordsOf(former.name, nameOf(former.key)) }) : t(`add.${part}`)} isPending={change.isPending} onSend={send} onClose={onClose}>
      <FormFault error={change.error} />
      {elsewhere.length > 0 && (
        <Callout tone="danger" role="alert" title={t('other')}>
          <FaultList faults={elsewhere} />
        </Callout>
      )}
      <ItemFields part={part} model={model} item={item} change={(changed) => setItem((before) => ({ ...before, ...changed }) as Item)} errorOf={errorOf} />
    </FormDialog>
  );
}
