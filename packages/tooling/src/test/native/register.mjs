// @ts-check
import { register } from 'node:module';

// Errors name the lines that people wrote.
process.setSourceMapsEnabled(true);
register('./hooks.mjs', import.meta.url);
