/** What companies are in law and in statistics: what higher modules may use of it. */
export { OfficeProfiles } from './application/office-profiles.js';
