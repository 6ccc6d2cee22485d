import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { AUTH_POOL } from './tokens.js';

/** Closes the connections of sign-in's schema with the process that opened them. */
@Injectable()
export class AuthPoolEnd implements OnApplicationShutdown {
  constructor(@Inject(AUTH_POOL) private readonly pool: pg.Pool) {}

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}
