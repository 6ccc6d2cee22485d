import type { NoticeFacts } from './kind-words.js';

type Words = Readonly<Record<string, (facts: NoticeFacts) => string>>;

const inDays = (days = ''): string => (days === '1' ? '1 day' : `${days} days`);

/** What holds from now on, by where a company stands; `days` are left until that changes by itself. */
export const STANDING_EN: Words = {
  trial: ({ days }) => `The company is on trial again, for ${inDays(days)} more.`,
  active: () => 'The company is in full use, and its machines are let in.',
  'past-due': ({ days }) => `A bill is late. Everything runs on for now; if it is not paid within ${inDays(days)}, the company is suspended.`,
  'suspended:trial-ended': ({ days }) => `The trial is over. What is there can be read; machines are refused. Choose a plan and it goes on at once; without one the company closes in ${inDays(days)}.`,
  'suspended:unpaid': ({ days }) => `Bills stayed unpaid, so the company is suspended: what is there can be read, machines are refused, and nothing is charged meanwhile. It goes on as soon as they are paid; else it closes in ${inDays(days)}.`,
  'suspended:office': () => 'The company is still suspended by the platform: what is there can be read; machines are refused.',
  closed: ({ days }) => `The company is closed: machines are refused and nothing is charged. Its owner can reopen it for ${inDays(days)}, with everything as it was.`,
  erased: () => 'What the company had was erased.',
};

/** What is ahead in `days` days, and what keeps it off. */
export const STANDING_AHEAD_EN: Words = {
  trial: ({ days }) => `The trial ends in ${inDays(days)}; machines are refused from then on. Choose a plan to go on.`,
  'past-due': ({ days }) => `If the late bill is not paid within ${inDays(days)}, the company is suspended and its machines are refused.`,
  'suspended:trial-ended': ({ days }) => `The trial is over. Without a plan the company closes in ${inDays(days)}.`,
  'suspended:unpaid': ({ days }) => `If the late bills are not paid within ${inDays(days)}, the company closes.`,
  closed: ({ days }) => `The company is closed. To have it back as it was, reopen it within ${inDays(days)}; after that nobody promises that its data is still there.`,
};
