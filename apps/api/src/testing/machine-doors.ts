import { otherProcesses, type OtherProcesses } from './other-processes.js';
import { testApi, type TestApi, type TestPerson } from './test-api.js';

/** A machine with its token. */
export interface AddedMachine {
  readonly id: string;
  readonly token: string;
}

/** The api with gateway and worker beside it, and two people, each with a company. */
export interface MachineDoors {
  readonly api: TestApi;
  readonly processes: OtherProcesses;
  readonly people: readonly [TestPerson, TestPerson];
  close(): Promise<void>;
}

/** How long the three take to start on a busy machine. */
export const DOORS_OPEN_WITHIN_MS = 240_000;

/** Starts all three on a database of their own. @param companies what the two are called */
export async function machineDoors(companies: readonly [string, string], settings: Readonly<Record<string, string>> = {}): Promise<MachineDoors> {
  const api = await testApi(settings);
  const processes = await otherProcesses(api);
  return {
    api,
    processes,
    people: [await api.newcomer(companies[0]), await api.newcomer(companies[1])],
    close: async () => {
      await processes.close();
      await api.close();
    },
  };
}

export async function addMachine(person: TestPerson, name: string): Promise<AddedMachine> {
  const { createDevice } = await person.get<{ createDevice: { token: string; device: { id: string } } }>('mutation ($name: String!) { createDevice(input: { name: $name }) { token device { id } } }', { name });
  return { id: createDevice.device.id, token: createDevice.token };
}
