import type apps from '../../messages/zh-CN/apps.json';
import type audit from '../../messages/zh-CN/audit.json';
import type auth from '../../messages/zh-CN/auth.json';
import type benchmarks from '../../messages/zh-CN/benchmarks.json';
import type billing from '../../messages/zh-CN/billing.json';
import type developer from '../../messages/zh-CN/developer.json';
import type energy from '../../messages/zh-CN/energy.json';
import type errors from '../../messages/zh-CN/errors.json';
import type exit from '../../messages/zh-CN/exit.json';
import type frame from '../../messages/zh-CN/frame.json';
import type home from '../../messages/zh-CN/home.json';
import type indicators from '../../messages/zh-CN/indicators.json';
import type invoices from '../../messages/zh-CN/invoices.json';
import type machines from '../../messages/zh-CN/machines.json';
import type metrics from '../../messages/zh-CN/metrics.json';
import type newPassword from '../../messages/zh-CN/newPassword.json';
import type notices from '../../messages/zh-CN/notices.json';
import type office from '../../messages/zh-CN/office.json';
import type ownAccount from '../../messages/zh-CN/ownAccount.json';
import type people from '../../messages/zh-CN/people.json';
import type pricing from '../../messages/zh-CN/pricing.json';
import type publicPages from '../../messages/zh-CN/public.json';
import type refusals from '../../messages/zh-CN/refusals.json';
import type security from '../../messages/zh-CN/security.json';
import type plan from '../../messages/zh-CN/plan.json';
import type settings from '../../messages/zh-CN/settings.json';
import type standing from '../../messages/zh-CN/standing.json';
import type store from '../../messages/zh-CN/store.json';
import type operations from '../../messages/zh-CN/operations.json';
import type work from '../../messages/zh-CN/work.json';
import type { Locale } from './locale';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: {
      apps: typeof apps;
      audit: typeof audit;
      auth: typeof auth;
      benchmarks: typeof benchmarks;
      billing: typeof billing;
      developer: typeof developer;
      energy: typeof energy;
      errors: typeof errors;
      exit: typeof exit;
      frame: typeof frame;
      home: typeof home;
      indicators: typeof indicators;
      invoices: typeof invoices;
      machines: typeof machines;
      metrics: typeof metrics;
      newPassword: typeof newPassword;
      notices: typeof notices;
      office: typeof office;
      ownAccount: typeof ownAccount;
      people: typeof people;
      pricing: typeof pricing;
      public: typeof publicPages;
      refusals: typeof refusals;
      security: typeof security;
      plan: typeof plan;
      settings: typeof settings;
      standing: typeof standing;
      store: typeof store;
      operations: typeof operations;
      work: typeof work;
    };
  }
}
