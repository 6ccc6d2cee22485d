import { dictionary } from '@zxcvbn-ts/language-common';

/** The most used passwords of many leaks, most used first. In a file of its own, as one is loaded late by its names alone, in a bundle too. */
export const MOST_USED: readonly string[] = dictionary['passwords-common'].map(String);
