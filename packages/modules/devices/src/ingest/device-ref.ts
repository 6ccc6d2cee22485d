/** A machine, as the doors and the hot path know it. */
export interface DeviceRef {
  readonly tenantId: string;
  readonly deviceId: string;
}

/** Through which door a message came. */
export type Door = 'mqtt' | 'http';
