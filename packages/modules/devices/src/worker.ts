/** What the worker needs to play simulated machines. */
export { SimulatorKey, simulatorToken } from './application/simulator-token.js';
