import type { AnnouncementSeverity, PlanId, WriteAnnouncementInput } from '../../generated/documents';

/** An instant of a field of date and time, which is in the time of this device; what is empty or no instant is left for the api to refuse. */
function instantOf(text: string): string {
  const ms = Date.parse(text);
  return new Date(Number.isNaN(ms) ? 0 : ms).toISOString();
}

/** Whether it is for some companies, and none is chosen: sent like that it would be for all. */
export function lacksCompanies(form: FormData): boolean {
  return form.get('audience') === 'COMPANIES' && !form.get('companyIds');
}

/** What the fields of the form say. */
export function readAnnouncementForm(form: FormData): WriteAnnouncementInput {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const plan = text('plan');
  return {
    severity: text('severity') as AnnouncementSeverity,
    textZh: text('textZh'),
    textEn: text('textEn'),
    link: text('link') || null,
    fromAt: instantOf(text('fromAt')),
    toAt: instantOf(text('toAt')),
    plans: plan ? [plan as PlanId] : [],
    companyIds: text('companyIds').split(/\s+/).filter(Boolean),
  };
}
