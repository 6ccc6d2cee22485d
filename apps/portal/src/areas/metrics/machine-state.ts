import type { MachineState } from '@tenon/ui';

/** Words by which machines name their state, in English and Chinese, lower case. */
const WORDS: Readonly<Record<MachineState, readonly string[]>> = {
  running: ['running', 'run', 'production', 'producing', 'auto', '运行', '生产', '自动'],
  idle: ['idle', 'ready', 'waiting', 'standby', '待机', '空闲', '等待'],
  stopped: ['stopped', 'stop', 'off', '停机', '停止', '关机'],
  fault: ['fault', 'alarm', 'error', '故障', '报警'],
  changeover: ['changeover', 'setup', 'mould change', '换模', '换型', '调机'],
  offline: ['offline', 'disconnected', '离线'],
};

const STATE_OF_WORD: ReadonlyMap<string, MachineState> = new Map(
  Object.entries(WORDS).flatMap(([state, words]) => words.map((word) => [word, state as MachineState] as const)),
);

/** The machine state that a value names, or null where it names none that is known. */
export function machineStateOf(value: unknown): MachineState | null {
  return typeof value === 'string' ? (STATE_OF_WORD.get(value.trim().toLowerCase()) ?? null) : null;
}
