import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { REPOSITORY } from '../cli/repository.mjs';
import { PORTS } from '../start/config.mjs';
import { interpolated, readCompose, type ComposeService } from './compose-file.js';
import { effective, execForm, flagOf, stagesOf, wordsAfter } from './dockerfile-stages.js';
import { readEnvExample } from './env-file.js';
import { envSchemas, type EnvSchema } from './env-schemas.js';
import { filesBelow, textOf } from './repository-files.js';

const COMPOSE = 'infra/compose.yaml';
const DOCKERFILE = 'infra/docker/Dockerfile';
const RUNNING = ['api', 'worker', 'gateway', 'portal'];
const SECRETS = { TENON_SECRET: 'a'.repeat(64), TENON_DATABASE_PASSWORD: 'secret', POSTGRES_PASSWORD: 'other' };

const files = filesBelow('infra');
const stages = stagesOf(textOf(DOCKERFILE));
const example = readEnvExample(textOf('infra/.env.example'));
const compose = readCompose(textOf(COMPOSE), { ...Object.fromEntries(example.map(({ name, value }) => [name, value])), ...SECRETS });
/** What a started file was made from. */
const sourceOf = (script: string) => script.replace(/\/(?:dist|bundle)\/(.+)\.m?js$/, '/src/$1.ts');
const stageOf = (name: string) => stages.find((stage) => stage.name === name) ?? stages[0]!;
const portsOf = (service: ComposeService | undefined) => (service?.ports ?? []).map((port) => (typeof port === 'string' ? Number(port.split(':').at(-1)) : port.target));

/** The part of dclint's results that is looked at; its own types do not resolve in an ESM project. */
interface ComposeFindings {
  readonly messages: readonly { readonly line: number; readonly rule: string; readonly message: string }[];
}

function lint(text: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenon-compose-'));
  try {
    const file = path.join(folder, 'compose.yaml');
    writeFileSync(file, text);
    const results: readonly ComposeFindings[] = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] }).lintFiles([file], false);
    return results.flatMap(({ messages }) => messages.map(({ line, rule, message }) => `${line} ${rule}: ${message}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('every file of infra/', () => {
  it('is of a kind that is checked below', () => {
    expect(files.filter((file) => !/(\.mjs|\.sh|\.md|\.dockerignore|\/Dockerfile|\/compose\.yaml|\/prometheus\/(alerts|prometheus)\.yaml|\/\.env\.example)$/.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining([COMPOSE, DOCKERFILE]));
  });

  it.each(files.filter((file) => file.endsWith('.sh')))('%s is a script that a shell can read', (file) => {
    expect(execFileSync('sh', ['-n', path.join(REPOSITORY, file)], { encoding: 'utf8' })).toBe('');
  });

  it.each(files.filter((file) => file.endsWith('.mjs')))('%s is a module that Node can read', (file) => {
    expect(execFileSync(process.execPath, ['--check', path.join(REPOSITORY, file)], { encoding: 'utf8' })).toBe('');
  });
});

describe('the Dockerfile', () => {
  it('has nothing that dockerfile-utils objects to', () => {
    expect(validate(textOf(DOCKERFILE)).map(({ range, message }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
    expect(validate('FROM node:20\nHEALTHCHEK NONE\nWORKDIR app')).not.toEqual([]);
  });

  it('starts from images of one exact version, on the Node that the repository asks for', () => {
    const names = stages.map(({ name }) => name);
    const outer = stages.filter(({ from }) => !names.includes(from)).map(({ from }) => from);
    expect(outer).toEqual([expect.stringMatching(/^node:20\.\d+\.\d+-bookworm-slim$/)]);
  });

  it('copies only from stages that come before, and files that are there', () => {
    stages.forEach((stage, index) => {
      for (const copy of stage.instructions.filter((one) => one.getKeyword() === 'COPY')) {
        const from = flagOf(copy, 'from');
        const sources = (copy.getArgumentsContent() ?? '').split(/\s+/).slice(0, -1);
        if (from) expect(stages.slice(0, index).map(({ name }) => name)).toContain(from);
        else expect(sources.filter((source) => !existsSync(path.join(REPOSITORY, source)))).toEqual([]);
      }
    });
  });

  it('installs for workspaces that exist', () => {
    const known = filesBelow('apps').concat(filesBelow('packages')).filter((file) => file.endsWith('/package.json'));
    const names = known.map((file) => (JSON.parse(textOf(file)) as { name: string }).name);
    const wanted = stages.flatMap(({ instructions }) => instructions.flatMap((one) => [...wordsAfter(one, '--workspace='), ...wordsAfter(one, '--filter=').map((word) => word.replace('!', ''))]));
    expect(wanted.length).toBeGreaterThan(2);
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each([...RUNNING, 'migrate'])('%s runs as nobody in particular, by a program that is built here', (name) => {
    const stage = stageOf(name);
    expect(stage.name).toBe(name);
    expect(effective(stages, stage, 'USER')?.getArgumentsContent()).toBe('node');
    const [program, ...args] = execForm(effective(stages, stage, 'CMD'));
    expect(program).toBe('node');
    const script = args.at(-1) ?? '';
    const source = sourceOf(script);
    expect([source, existsSync(path.join(REPOSITORY, source))]).toEqual([source, true]);
  });

  it.each(RUNNING)('%s is asked by Node itself whether it can work, on a port that it opens', (name) => {
    const [program, script, variable, port] = execForm(effective(stages, stageOf(name), 'HEALTHCHECK'));
    expect([program, existsSync(path.join(REPOSITORY, script ?? ''))]).toEqual(['node', true]);
    expect(PORTS).toHaveProperty(variable ?? '', expect.objectContaining({ port: Number(port) }));
    expect(effective(stages, stageOf(name), 'EXPOSE')?.getArgumentsContent()?.split(' ')).toContain(port);
  });

  it('builds on a clean copy: nothing that is installed, built or secret goes in', () => {
    const ignored = textOf(`${DOCKERFILE}.dockerignore`).split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.data*', '.env', '**/.env', '**/node_modules', '**/dist', 'apps/*/bundle', '**/generated', '**/.next*']));
  });
});

describe('README.md', () => {
  it('names commands of the api that its image has', () => {
    const named = [...textOf('infra/README.md').matchAll(/exec api node (apps\/api\/bundle\/\S+\.mjs)/g)].map(([, script]) => script ?? '');
    expect(named).toContain('apps/api/bundle/appoint-staff.mjs');
    expect(named.filter((script) => !existsSync(path.join(REPOSITORY, sourceOf(script))))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  let schemas: ReadonlyMap<string, EnvSchema>;
  beforeAll(async () => {
    schemas = await envSchemas();
  });
  const services = Object.entries(compose.services);

  it('keeps to the Compose Specification and has nothing that dclint objects to', () => {
    expect(lint(textOf(COMPOSE))).toEqual([]);
    expect(lint(textOf(COMPOSE).replace('restart: unless-stopped', 'restrat: unless-stopped')).join()).toContain('invalid-schema');
    expect(lint(textOf(COMPOSE).replace('valkey:8.1.1-bookworm', 'valkey:latest')).join()).toContain('image');
  });

  it('has every process, its database, its queues and the step that migrates', () => {
    expect(Object.keys(compose.services).sort()).toEqual([...RUNNING, 'migrate', 'postgres', 'valkey'].sort());
    expect(services.filter(([, { build }]) => build).map(([name, { build }]) => [name, build?.target, path.posix.join('infra', build?.context ?? '', build?.dockerfile ?? '')])).toEqual(
      services.filter(([, { build }]) => build).map(([name]) => [name, name, DOCKERFILE]),
    );
  });

  it.each(RUNNING)('gives %s what it reads, all that it needs, and nothing else', (name) => {
    const [, schema] = [...schemas].find(([file]) => file.startsWith(`apps/${name}/`)) ?? [];
    const given = compose.services[name]?.environment ?? {};
    expect(Object.keys(given).filter((variable) => !(variable in (schema?.shape ?? {})))).toEqual([]);
    const environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    const result = schema?.safeParse(environment);
    expect(result?.success ? [] : result?.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`)).toEqual([]);
  });

  it('opens the ports on which the processes listen', () => {
    expect(portsOf(compose.services['gateway'])).toEqual([PORTS.MQTT_PORT.port, PORTS.DEVICE_HTTP_PORT.port]);
    expect(portsOf(compose.services['portal'])).toEqual([PORTS.PORTAL_PORT.port]);
    for (const name of ['api', 'worker', 'postgres', 'valkey']) expect([name, portsOf(compose.services[name])]).toEqual([name, []]);
  });

  it('lets processes find each other by name, on networks that both are in', () => {
    const networksOf = (name: string) => compose.services[name]?.networks ?? [];
    const ways = services.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment)
        .filter(([variable, value]) => variable.endsWith('_URL') && variable !== 'PUBLIC_URL' && URL.canParse(value))
        .map(([, value]) => [name, new URL(value).hostname] as const),
    );
    expect(ways).toEqual(expect.arrayContaining([['worker', 'gateway'], ['portal', 'api'], ['worker', 'valkey'], ['api', 'postgres']]));
    expect(ways.filter(([from, to]) => !networksOf(from).some((network) => networksOf(to).includes(network)))).toEqual([]);
    expect(services.filter(([, { network_mode: shared }]) => shared !== undefined)).toEqual([]);
  });

  it('has the api believe the network on which the portal is, and no other', () => {
    const subnets = (compose.networks['front']?.ipam?.config ?? []).map(({ subnet }) => subnet);
    expect(subnets).toHaveLength(1);
    expect(compose.services['api']?.environment?.['TRUSTED_PROXIES']).toBe(subnets[0]);
    expect(compose.services['portal']?.networks).toEqual(['front']);
  });

  it('waits for what must be there first, and every wait can end', () => {
    const waits = services.flatMap(([name, { depends_on: needs = {} }]) => Object.entries(needs).map(([other, { condition }]) => ({ name, other, condition })));
    const canEnd = (other: string) => other === 'migrate' || RUNNING.includes(other) || compose.services[other]?.healthcheck !== undefined;
    expect(waits.filter(({ other }) => !canEnd(other))).toEqual([]);
    expect(waits.filter(({ other, condition }) => condition !== (other === 'migrate' ? 'service_completed_successfully' : 'service_healthy'))).toEqual([]);
    for (const name of ['api', 'gateway']) expect(Object.keys(compose.services[name]?.depends_on ?? {})).toContain('migrate');
  });

  it('starts again what falls, but not for ever what migrates', () => {
    expect(services.map(([name, { restart }]) => [name, restart])).toEqual(services.map(([name]) => [name, name === 'migrate' ? 'on-failure:3' : 'unless-stopped']));
  });

  it('takes from its surroundings what the example lists, and has no secret in it', () => {
    expect(example.map(({ name }) => name).sort()).toEqual(interpolated(textOf(COMPOSE)));
    expect(example.filter(({ name, value }) => name in SECRETS && value !== '')).toEqual([]);
    expect(textOf(COMPOSE)).toContain('${TENON_SECRET:?');
    expect(textOf('.gitignore').split('\n')).toContain('.env');
  });

  it('mounts files that are there', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? '')).filter((source) => source.startsWith('.'));
    expect(mounted.length).toBeGreaterThan(0);
    expect(mounted.filter((source) => !existsSync(path.join(REPOSITORY, 'infra', source)))).toEqual([]);
  });
});
