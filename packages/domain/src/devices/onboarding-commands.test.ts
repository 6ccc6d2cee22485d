import { describe, expect, it } from '@jest/globals';
import { onboardingCommands } from './onboarding-commands.js';
import { shellQuote } from './shell-quote.js';

const TOKEN = 'Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z';
const TARGET = { host: '192.168.1.20', mqttPort: 1883, httpBaseUrl: 'https://iot.example.com/', token: TOKEN };
const URL_OF_TOKEN = `https://iot.example.com/api/v1/${TOKEN}/telemetry`;

/** The words a POSIX shell makes of a command of plain text, single quotes and backslashes; anything a shell would act on is an error. */
function shellWords(text: string): string[] {
  const words: string[] = [];
  for (const match of text.matchAll(/(?:'[^']*'|\\.|[A-Za-z0-9_./:@%+=,-])+|( )|(.)/gsu)) {
    if (match[2] !== undefined) throw new Error(`a shell acts on ${match[2]}`);
    if (match[1] === undefined) words.push(match[0].replaceAll(/'([^']*)'|\\(.)/gsu, (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? ''));
  }
  return words;
}

describe('shellQuote', () => {
  it.each(['plain', '', "it's", '$(reboot)', '`reboot`', '"', '\\', 'a b', 'a\nb', '; rm -rf /', '!!', '~', '*', "''", 'é'])('%j arrives as it is', (text) => {
    expect(shellWords(`x ${shellQuote(text)}`)).toEqual(['x', text]);
  });
});

describe('onboardingCommands', () => {
  it('publish by mosquitto_pub, with the token as user name', () => {
    const { mosquittoPub } = onboardingCommands(TARGET);
    expect(mosquittoPub).toBe(`mosquitto_pub -h 192.168.1.20 -p 1883 -u ${TOKEN} -t v1/devices/me/telemetry -m '{"temperature":23.4}'`);
  });

  it('publish with QoS 1 otherwise alike', () => {
    const { mosquittoPub, mosquittoPubQos1 } = onboardingCommands(TARGET);
    expect(mosquittoPubQos1).toBe(mosquittoPub.replace('mosquitto_pub', 'mosquitto_pub -d -q 1'));
  });

  it('post by curl', () => {
    expect(shellWords(onboardingCommands(TARGET).curl)).toEqual(['curl', '-i', '-H', 'Content-Type: application/json', '-d', '{"temperature":23.4}', URL_OF_TOKEN]);
  });

  it('post by Node with what Node has', () => {
    const options = '{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({"temperature":23.4}) }';
    expect(shellWords(onboardingCommands(TARGET).node)).toEqual([
      'node',
      '-e',
      `fetch("${URL_OF_TOKEN}", ${options}).then(async (r) => console.log(r.status, await r.text()))`,
    ]);
  });

  it('post by Python with what Python has', () => {
    const request = `u.Request("${URL_OF_TOKEN}", "{\\"temperature\\":23.4}".encode(), {"content-type": "application/json"})`;
    expect(shellWords(onboardingCommands(TARGET).python)).toEqual(['python3', '-c', `import urllib.request as u; r = u.urlopen(${request}); print(r.status, r.read().decode())`]);
  });

  it('let a hostile host or token do nothing in the shell', () => {
    const evil = `x'; $(touch /tmp/x) "\\`;
    const commands = onboardingCommands({ host: evil, mqttPort: 1883, httpBaseUrl: `http://${evil}`, token: evil });
    expect(shellWords(commands.mosquittoPub).slice(1, 7)).toEqual(['-h', evil, '-p', '1883', '-u', evil]);
    expect(shellWords(commands.curl).at(-1)).toBe(`http://${evil}/api/v1/${encodeURIComponent(evil)}/telemetry`);
    expect(shellWords(commands.node)).toHaveLength(3);
    expect(shellWords(commands.python)).toHaveLength(3);
  });
});
