/** Companies and people: what higher modules may use of them. */
export { ResumeCompany, SuspendCompany } from './application/suspend-company.js';
