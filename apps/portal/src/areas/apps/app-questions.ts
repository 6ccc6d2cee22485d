import { answerKey } from '../../api/document';
import { question, type Question } from '../../api/prefetched';
import { serverRequest } from '../../api/server-request';
import { EnergyBeforeDocument, EnergyReportDocument, SubscriptionDocument, type SubscriptionQuery } from '../../generated/documents';
import { energySettings } from '../energy/energy-settings';
import { inputsAt } from '../energy/report/report-input';

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the page of Energy & carbon asks first, so that its sentence comes with the page. */
function energyQuestions({ id, settings }: SubscriptionQuery['subscription'], query: Query): Question[] {
  const known = energySettings(settings);
  if (!known) return [];
  const { report, before } = inputsAt(id, query, Date.now(), known.timeZone);
  return [question(EnergyReportDocument, { input: report }), ...(before ? [question(EnergyBeforeDocument, { input: before })] : [])];
}

/** What a subscription's page asks while it is made. What fails here is asked again by the browser, which shows the fault. */
export async function appQuestions(id: string, query: Query): Promise<Question[]> {
  try {
    const answer = await serverRequest(SubscriptionDocument, { id });
    const { app, state } = answer.subscription;
    const own = { key: answerKey(SubscriptionDocument, { id }), ask: async () => answer };
    return app.engine === 'ENERGY' && state === 'ACTIVE' ? [own, ...energyQuestions(answer.subscription, query)] : [own];
  } catch {
    return [];
  }
}
