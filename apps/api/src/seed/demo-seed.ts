import type { INestApplicationContext } from '@nestjs/common';
import { ConfigureEnergy } from '@tenon/analytics/api';
import { ChangePlan, PreviewPlanChange } from '@tenon/billing/api';
import { AddSimulatedDevice, CreateDevice, ReadDevices, simulatedMachineOf, simulatorToken, SimulatorKey } from '@tenon/devices/api';
import { DEFAULT_EMISSION_FACTOR, DEFAULT_TIME_ZONE, EXAMPLE_TARIFF } from '@tenon/domain/energy';
import type { UserActor } from '@tenon/domain/identity';
import { MOULDING_PROFILES, SIMULATION_START_MS } from '@tenon/domain/simulation';
import { AppointStaff, SignInService, SignInSteps } from '@tenon/identity/api';
import { AppError, DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { ReadStore, Subscribe } from '@tenon/marketplace/api';
import { PrincipalResolver } from '@tenon/nest';
import { DescribeSeries, ListSeries } from '@tenon/telemetry/api';
import type { ApiEnv } from '../env.js';
import { openDemoAccess, type DemoAccess } from './demo-access.js';
import { layOutPlant } from './lay-out-plant.js';
import { publishHistory } from './publish-history.js';

const CALLER = { headers: new Headers(), address: '127.0.0.1' };
const HISTORY_DAYS = 30;
const FINE_DAYS = 2;
const YUAN_SCALE = 10_000;
const HTTP_BAD_REQUEST = 400;
const STEPS = ['staff', 'machines', 'history', 'energy', 'refusal', 'own machine', 'plant'] as const;

/** Makes the demo company through the same use cases and doors that people and machines use. */
export class DemoSeed {
  private readonly access: DemoAccess;
  private readonly keep: () => void;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly env: ApiEnv,
    private readonly say: (line: string) => void,
  ) {
    ({ access: this.access, keep: this.keep } = openDemoAccess(env.TENON_DATA_DIR));
  }

  /** Does what is not done yet and gives how to look at it. */
  async run(): Promise<DemoAccess> {
    // Whoever looks at it may have set up a second factor since, which this could not show.
    if (STEPS.every((step) => this.access.done.includes(step))) return this.access;
    const actor = await this.signIn();
    await this.once('staff', () => this.appointStaff());
    await this.once('machines', () => this.addMachines(actor));
    await this.once('history', () => this.publishAll(actor));
    await this.once('energy', () => this.subscribeToEnergy(actor));
    await this.once('refusal', () => this.sendSomethingBroken(actor));
    await this.once('own machine', () => this.addOwnMachine(actor));
    await this.once('plant', () => layOutPlant(this.app, actor));
    return this.access;
  }

  private async once(step: (typeof STEPS)[number], work: () => Promise<void>): Promise<void> {
    if (this.access.done.includes(step)) return;
    this.say(step);
    await work();
    this.access.done.push(step);
    this.keep();
  }

  private get<Part>(part: abstract new (...args: never[]) => Part): Part {
    return this.app.get(part, { strict: false });
  }

  private async signIn(): Promise<UserActor> {
    const { email, password } = this.access;
    const { cookies } = await this.signUpOrIn(email, password);
    const principal = await this.get(PrincipalResolver).resolve({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
    if (principal?.user?.kind !== 'user') throw new AppError('bug', 'DEMO.NO_COMPANY', 'The demo person has no company.');
    return principal.user;
  }

  private async signUpOrIn(email: string, password: string) {
    try {
      return await this.get(SignInService).signUp({ companyName: '宝山精密注塑（演示）', email, password, name: '演示厂长' }, CALLER, { isAddressSure: true });
    } catch (error) {
      if (error instanceof AppError && error.code === 'AUTH.EMAIL_TAKEN') return this.get(SignInSteps).withPassword({ email, password }, CALLER);
      throw error;
    }
  }

  private async appointStaff(): Promise<void> {
    const { staffEmail, staffPassword } = this.access;
    await this.get(AppointStaff).execute({ email: staffEmail, password: staffPassword, name: '平台管理员', role: 'root' });
  }

  /** As a company that pays would; a second time the plan is there. */
  private async choosePlan(actor: UserActor): Promise<void> {
    const planId = 'standard';
    try {
      const { dueNow } = await this.get(PreviewPlanChange).execute(actor, planId);
      await this.get(ChangePlan).execute(actor, { planId, dueNowMinor: dueNow.amountMinor });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'PLAN.SAME')) throw error;
    }
  }

  private async addMachines(actor: UserActor): Promise<void> {
    await this.choosePlan(actor);
    const known = new Set((await this.get(ReadDevices).page(actor, { first: 100 })).nodes.map((device) => device.profile));
    for (const profile of MOULDING_PROFILES) {
      if (!known.has(profile.id)) await this.get(AddSimulatedDevice).execute(actor, { name: profile.nameZh, profile });
    }
  }

  private async publishAll(actor: UserActor): Promise<void> {
    const { nodes } = await this.get(ReadDevices).page(actor, { first: 100 });
    const nowMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
    const startMs = Math.max(nowMs - HISTORY_DAYS * DAY_MS, SIMULATION_START_MS);
    const fineMs = nowMs - FINE_DAYS * DAY_MS;
    const stretches = [
      { fromMs: startMs, toMs: fineMs, stepMs: 10 * MINUTE_MS },
      { fromMs: fineMs, toMs: nowMs, stepMs: MINUTE_MS },
    ];
    for (const { id, profile, createdAt, name } of nodes) {
      if (!profile) continue;
      this.say(`history of ${name}`);
      await publishHistory(simulatedMachineOf({ id, profile, createdAt }), simulatorToken(this.get(SimulatorKey), id), this.env.MQTT_PORT, stretches);
    }
  }

  private async subscribeToEnergy(actor: UserActor): Promise<void> {
    const app = await this.get(ReadStore).app(actor, 'energy-carbon');
    const subscription =
      (await this.get(ReadStore).activeSubscription(actor, app.id)) ??
      (await this.get(Subscribe).execute(actor, { appId: app.id, consentedScopes: app.manifest.scopes.map((scope) => scope.permission) }));
    const { nodes } = await this.get(ListSeries).execute(actor, { first: 100, search: 'energy_kwh' });
    for (const { id } of nodes) await this.get(DescribeSeries).execute(actor, { id: String(id), quantity: 'counter', unit: 'kWh' });
    const { peak = 0, flat = 0, valley = 0 } = EXAMPLE_TARIFF.yuanPer10000Kwh;
    await this.get(ConfigureEnergy).execute(actor, subscription.id, {
      seriesIds: nodes.map((series) => Number(series.id)),
      hours: EXAMPLE_TARIFF.hours,
      pricesYuanPerKwh: { peak: peak / YUAN_SCALE, flat: flat / YUAN_SCALE, valley: valley / YUAN_SCALE },
      emissionFactorKgPerKwh: DEFAULT_EMISSION_FACTOR.kgCo2PerKwh,
      timeZone: DEFAULT_TIME_ZONE,
    });
  }

  /** One message with a comma too many, so that there is something to explain. */
  private async sendSomethingBroken(actor: UserActor): Promise<void> {
    const { nodes } = await this.get(ReadDevices).page(actor, { first: 1 });
    const token = nodes[0] ? simulatorToken(this.get(SimulatorKey), nodes[0].id) : '';
    const body = '{"barrel_temp_1_c": 221.4, "power_kw": 12.,}';
    const answer = await fetch(`http://127.0.0.1:${this.env.DEVICE_HTTP_PORT}/api/v1/${token}/telemetry`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    // Any other answer means that there is no refusal to look at; the step is then not done, and is tried again.
    if (answer.status !== HTTP_BAD_REQUEST) throw new AppError('bug', 'DEMO.NOT_REFUSED', `The demo's broken message was answered ${answer.status}, not ${HTTP_BAD_REQUEST}.`);
  }

  private async addOwnMachine(actor: UserActor): Promise<void> {
    const { device, token } = await this.get(CreateDevice).execute(actor, { name: '我的第一台机器' });
    Object.assign(this.access, { token, deviceName: device.name });
  }
}
