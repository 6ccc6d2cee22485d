export type { Icon, IconProps } from './draw-icon.js';
export * from './actions.js';
export * from './arrows.js';
export * from './places.js';
export * from './things.js';
