'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { StartBulkActionDocument, type BulkProgressFragment } from '../../generated/documents';
import { usePlantChanged } from '../plant/use-plant-changed';
import { AskDelete, AskRetire } from './ask-destroying';
import { AskPlace, AskTag, AskType } from './ask-target';
import { BulkOutcome } from './bulk-outcome';
import type { Meant } from './meant';
import { ReleaseMany } from './release-many';
import { RotateTokens } from './rotate-tokens';
import type { BulkChoice } from './use-bulk-items';

/** Not with the list: few who open it take readings along. */
const ExportMany = dynamic(() => import('./export-many').then(({ ExportMany: Dialog }) => Dialog), { ssr: false });

const ASK = { PLACE: AskPlace, TAG: AskTag, UNTAG: AskTag, TYPE: AskType, RETIRE: AskRetire, DELETE: AskDelete } as const;

/** What is asked in a dialog; updating is asked on a page of its own. */
export type AskedChoice = Exclude<BulkChoice, 'UPDATE'>;

interface BulkDialogsProps {
  readonly choice: AskedChoice;
  readonly meant: Meant;
  onClose(): void;
  /** Something was done: nothing is chosen any more. */
  onDone(): void;
}

function BulkDialog({ choice, meant, onClose, onDone }: BulkDialogsProps & { choice: Exclude<AskedChoice, 'TOKENS' | 'HANDOVER' | 'READINGS'> }) {
  const changed = usePlantChanged();
  const [begun, setBegun] = useState<BulkProgressFragment>();
  const change = useChange(StartBulkActionDocument, { onDone: ({ startBulkAction }) => setBegun(startBulkAction) });
  const leave = (): void => {
    if (begun) {
      onDone();
      void changed();
    }
    onClose();
  };
  if (begun) return <BulkOutcome begun={begun} onClose={leave} />;
  const Ask = ASK[choice];
  return <Ask choice={choice} meant={meant} change={change} send={(target) => change.mutate({ input: { kind: choice, machines: meant.machines, ...target } })} onClose={leave} />;
}

/** What is asked before something is done to many machines, and what came of it. */
export function BulkDialogs(props: BulkDialogsProps) {
  const { choice } = props;
  // What is meant stays what it was when it was asked for, whatever is chosen meanwhile.
  const [meant] = useState(props.meant);
  if (choice === 'READINGS') return <ExportMany meant={meant} onClose={props.onClose} />;
  if (choice === 'HANDOVER') return <ReleaseMany meant={meant} onClose={props.onClose} onDone={props.onDone} />;
  return choice === 'TOKENS' ? <RotateTokens {...props} meant={meant} /> : <BulkDialog {...props} meant={meant} choice={choice} />;
}
