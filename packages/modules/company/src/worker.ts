/** What companies' profiles need of the worker: that sign-ups are looked at. */
import { Module } from '@nestjs/common';
import { LookAtSignUp } from './application/look-at-sign-up.js';
import { CompanyDescribedHandler } from './jobs/company-described.handler.js';

@Module({ providers: [CompanyDescribedHandler, LookAtSignUp] })
export class CompanyWorkerModule {}
