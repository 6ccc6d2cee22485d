'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { MachineSelectionBar as Bar } from './machine-selection-bar';

const Now = dynamic(() => import('./machine-selection-bar').then(({ MachineSelectionBar }) => MachineSelectionBar), { ssr: false });

/** {@link Bar}, whose code is fetched when a machine is chosen first. */
export function LazyMachineSelectionBar(props: Parameters<typeof Bar>[0]) {
  const [wasChosen, setWasChosen] = useState(false);
  const isChosen = props.selection.selected.size > 0;
  // Once there it stays: a dialog of it outlives what was chosen.
  useEffect(() => {
    if (isChosen) setWasChosen(true);
  }, [isChosen]);
  return wasChosen ? <Now {...props} /> : null;
}
