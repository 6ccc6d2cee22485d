/** Audit trails as higher modules may read them, inside a transaction of their own. */
export { ChainRepository } from './persistence/chain.repository.js';
