export { guardsEach } from '../env.js';
/** A second company in every database, and the proof that a test left it alone. For jest only: it registers hooks. */
export { addBystander, type Bystander } from './add-bystander.js';
export { guardBystander, type Guarded } from './guard-bystander.js';
export { companyTables, rowsOfCompany, type CompanyRows } from './rows-of-company.js';
