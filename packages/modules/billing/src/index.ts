/** Plans and what is used of them: what higher modules may use of it. */
export { ApiCalls } from './application/api-calls.js';
export { OfficePlans } from './application/office-plans.js';
export { PAPER_LANGUAGES, type PaperLanguage, type PaperList, type PaperRef } from './application/paper.js';
export { Papers } from './application/papers.js';
export { PackageRoom } from './application/package-room.js';
export { PointMeter } from './application/point-meter.js';
export { PointRoom, type BeyondPlan } from './application/point-room.js';
export { ReadKeptFrom } from './application/read-kept-from.js';
export { RoomInPlan } from './application/room-in-plan.js';
export { readMeter, readPlanId } from './graphql/words.js';
export { takeNoticeToMail, type QuotaNotice } from './persistence/quota-notice.repository.js';
export { moveCompany } from './application/move-company.js';
export { COLOUR, PAGE, Sheet } from './pdf/sheet.js';
export { voiceInCompany, voiceOfOffice } from './application/voice.js';
export { lockStanding } from './persistence/standing.repository.js';
