/** Control: what is sent to machines. Commands and what becomes of them, and the state a machine is asked to take beside the one it reports. */
export { COMMAND_STATES, commandStateAt, type CommandState } from './command-state.js';
export { readCommand, type Command, type WantedCommand } from './read-command.js';
export { machineQuestion, readMachineAnswer, readMachineCall, readMachineQuestion, SERVER_CALLS, type MachineQuestion } from './read-machine-talk.js';
export { changedValues, isSame, stateEntries, type DesiredValue, type StateEntry } from './state-entries.js';
