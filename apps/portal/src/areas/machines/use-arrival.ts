'use client';

import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { useFollow } from '../../api/use-follow';
import { MachineArrivalDocument, MachineTelemetryDocument, type MachineArrivalQuery } from '../../generated/documents';

type Arrival = MachineArrivalQuery['device'];
export type ArrivedValue = Arrival['latestValues'][number];
export type ArrivalRefusal = Arrival['refusals']['nodes'][number];

/** Asked now and then besides listening, so that a refusal shows and a broken live connection does not leave the page waiting. */
const LOOK_EVERY_MS = 2_500;

/** What has come from a new machine so far: its first values, or the newest refused message. */
export function useArrival(id: string): { values: readonly ArrivedValue[]; refusal: ArrivalRefusal | undefined } {
  const [live, setLive] = useState<readonly ArrivedValue[]>([]);
  useFollow(MachineTelemetryDocument, { deviceId: id }, ({ deviceTelemetry }) => setLive(deviceTelemetry.values));
  const asked = useAnswer(MachineArrivalDocument, { id }, { refetchEveryMs: LOOK_EVERY_MS, isEnabled: live.length === 0, staleMs: 0 });
  const values = live.length > 0 ? live : (asked.data?.device.latestValues ?? []);
  return { values, refusal: asked.data?.device.refusals.nodes[0] };
}
