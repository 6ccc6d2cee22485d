import { expect, it } from '@jest/globals';
import { EVENTS } from '@tenon/contracts/events';
import { JOBS } from '@tenon/contracts/jobs';
import en from '../../messages/en/work.json';
import zh from '../../messages/zh-CN/work.json';

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;
const keysOf = (words: Words): string[] => Object.entries(words).flatMap(([queue, verbs]) => Object.keys(verbs).map((verb) => `${queue}.${verb}`));

it.each([['Chinese', zh], ['English', en]])('in %s every job and event has words, and no other', (_language, words) => {
  expect(keysOf(words.kinds).sort()).toEqual([...JOBS, ...EVENTS].map(({ name }) => name).sort());
});
