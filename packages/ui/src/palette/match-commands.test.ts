import { describe, expect, it } from '@jest/globals';
import { matchCommands } from './match-commands.js';

const COMMANDS = [
  { label: '审计记录', keywords: ['audit'] },
  { label: '成员', keywords: ['people', 'members'] },
  { label: 'Add a machine' },
  { label: 'Machines' },
  { label: '3 号注塑机' },
];
const found = (typed: string): string[] => matchCommands(COMMANDS, typed).map(({ label }) => label);

describe('matchCommands', () => {
  it('gives all in their order where nothing was typed', () => {
    expect(found('  ')).toEqual(COMMANDS.map(({ label }) => label));
  });

  it('puts what begins with the word before what holds it', () => {
    expect(found('machine')).toEqual(['Machines', 'Add a machine']);
  });

  it('wants every word, in any order, whatever its case and width', () => {
    expect(found('MACHINE add')).toEqual(['Add a machine']);
    expect(found('ＭＡＣＨＩＮＥＳ')).toEqual(['Machines']);
    expect(found('machine people')).toEqual([]);
  });

  it('finds by words that stand nowhere, after those whose label holds it', () => {
    expect(found('audit')).toEqual(['审计记录']);
    expect(matchCommands([{ label: 'x', keywords: ['roll'] }, { label: 'the roll' }], 'roll').map(({ label }) => label)).toEqual(['the roll', 'x']);
  });

  it('finds within Chinese, which has no spaces', () => {
    expect(found('注塑')).toEqual(['3 号注塑机']);
  });
});
