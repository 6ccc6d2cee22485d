/** What the worker needs to play simulated machines. */
export { simulatedMachineOf, type SimulatedDevice } from './application/simulated-machine-of.js';
export { SimulatorKey, simulatorToken } from './application/simulator-token.js';
