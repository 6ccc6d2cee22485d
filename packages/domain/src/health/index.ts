/** How long things take, counted in few numbers that can be added up. */
export * from './latency.js';
