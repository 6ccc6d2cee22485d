import { expect, it } from '@jest/globals';
import { commandsOfMetrics } from './metric-commands';
import { paramsTemplate } from './typed-commands';

it('offers each metric by its name, with a value of its type to be written over', () => {
  const commands = commandsOfMetrics([{ name: 'Out/Speed', type: 'UInt32', unit: 'rpm' }, { name: 'On', type: 'Boolean' }, { name: 'Level', type: 'Float', unit: null }, { name: 'Note', type: 'String' }]);
  expect(commands.map(({ key, name }) => [key, name.en])).toEqual([['Out/Speed', 'Out/Speed (UInt32, rpm)'], ['On', 'On (Boolean)'], ['Level', 'Level (Float)'], ['Note', 'Note (String)']]);
  expect(commands.map((command) => JSON.parse(paramsTemplate(command)))).toEqual([{ value: 0 }, { value: true }, { value: 0 }, { value: '' }]);
});
