/**
 * Where an import of history stands: its file is sent (`sending`), looked at for how it may be read (`looking`), waits for a person to say how
 * (`mapping`), is read whole without a trace (`checking`), waits for a person to say yes (`checked`), is written (`running`), is there (`done`);
 * is taken back (`undoing`) and gone (`undone`); was given up by a person (`cancelled`) or by us (`failed`).
 */
export const IMPORT_STATES = ['sending', 'looking', 'mapping', 'checking', 'checked', 'running', 'done', 'undoing', 'undone', 'cancelled', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What a person does with one. */
export type ImportStep = 'check' | 'run' | 'pause' | 'resume' | 'cancel' | 'undo';

/** What decides which steps are open. */
export interface ImportStanding {
  readonly state: ImportState;
  readonly isPaused: boolean;
  /** Whether any of its points were written. */
  readonly hasWritten: boolean;
  /** Whether what it needs to be taken back is still kept. */
  readonly isUndoable: boolean;
}

const WORKING: ReadonlySet<ImportState> = new Set(['checking', 'running']);
const BEFORE_WRITING: ReadonlySet<ImportState> = new Set(['sending', 'looking', 'mapping', 'checking', 'checked']);

const IS_OPEN: Readonly<Record<ImportStep, (standing: ImportStanding) => boolean>> = {
  check: ({ state }) => state === 'mapping' || state === 'checked',
  run: ({ state }) => state === 'checked',
  pause: ({ state, isPaused }) => WORKING.has(state) && !isPaused,
  resume: ({ state, isPaused }) => WORKING.has(state) && isPaused,
  // What was written of it is taken back by undoing, which says so.
  cancel: ({ state, hasWritten }) => BEFORE_WRITING.has(state) || (state === 'running' && !hasWritten),
  undo: ({ state, hasWritten, isUndoable }) => isUndoable && hasWritten && (state === 'done' || state === 'running' || state === 'failed'),
};

/** Whether a step is open; a screen offers those, a use case refuses the others. */
export function mayStep(step: ImportStep, standing: ImportStanding): boolean {
  return IS_OPEN[step](standing);
}

/** Whether a worker has something to do for it. */
export function isAtWork({ state, isPaused }: Pick<ImportStanding, 'state' | 'isPaused'>): boolean {
  return state === 'looking' || state === 'undoing' || (WORKING.has(state) && !isPaused);
}

/** Whether its file is still needed. */
export function needsFile(state: ImportState): boolean {
  return BEFORE_WRITING.has(state);
}
