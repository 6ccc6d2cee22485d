import type { BrowserContext } from 'playwright-core';
import { platform } from '../platform/env.js';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A signed-in person who uses the platform by its API, through the portal's own address as a browser would. */
export class Person {
  private constructor(private readonly cookie: string) {}

  static async signUp(companyName: string, account?: { readonly email: string; readonly password: string }): Promise<Person> {
    const email = `owner-${Date.now()}-${Math.trunc(performance.now() * 1_000)}@example.com`;
    return Person.enter('/api/auth/sign-up', { companyName, email, password: 'a long enough secret', ...account });
  }

  static signIn(email: string, password: string): Promise<Person> {
    return Person.enter('/api/auth/sign-in', { email, password });
  }

  /** Somebody new, who joins a company by the link of an invitation. */
  static accept(invitation: { readonly token: string; readonly name: string; readonly password: string }): Promise<Person> {
    return Person.enter('/api/auth/accept-invitation', invitation);
  }

  private static async enter(path: string, body: object): Promise<Person> {
    const response = await fetch(platform().portalUrl + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return new Person(response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; '));
  }

  /** Lets a browser's window in as this person. */
  async enterWindow(context: BrowserContext): Promise<void> {
    const cookies = this.cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) }));
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: platform().portalUrl })));
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${platform().portalUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    if (errors) throw new Error(errors.map((error) => `${error.extensions.code}: ${error.message}`).join('; '));
    return data as Data;
  }

  /** Adds a machine and gives its id and token. */
  async addMachine(name: string): Promise<{ id: string; token: string }> {
    const made = await this.ask<{ createDevice: { token: string; device: { id: string } } }>('mutation ($name: String!) { createDevice(input: { name: $name }) { token device { id } } }', { name });
    return { id: made.createDevice.device.id, token: made.createDevice.token };
  }
}

/** Asks again until the answer is as wanted; for what the platform does on its own time and tells only by its state. */
export async function eventually<Value>(ask: () => Promise<Value>, isWanted: (value: Value) => boolean, timeoutMs = 180_000): Promise<Value> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (isWanted(value)) return value;
    if (Date.now() > until) throw new Error(`Still not as wanted: ${JSON.stringify(value).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
