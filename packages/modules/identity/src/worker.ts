/** What identity does in the worker: sending mail. */
import { Module } from '@nestjs/common';
import { SendMailHandler } from './jobs/send-mail.handler.js';

@Module({ providers: [SendMailHandler] })
export class IdentityWorkerModule {}
