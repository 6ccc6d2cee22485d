/** Companies and people: what higher modules may use of them. */
export { TenantRepository } from './persistence/tenant.repository.js';
export { ResumeCompany, SuspendCompany } from './application/suspend-company.js';
