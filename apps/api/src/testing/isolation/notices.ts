import { ROBOT } from './asked.js';
import type { OwnOnly, Probes } from './probe.js';

/** Notices and robots. */
export const noticesProbes: Probes = {
  'Mutation.putAnnouncementAway': { by: (c) => `mutation { putAnnouncementAway(id: "${c.ids.notice}") }`, says: 'ANNOUNCEMENT.NOT_FOUND' },
  'Mutation.markNoticeRead': { by: (c) => `mutation { markNoticeRead(id: "${c.ids.notice}") { id } }`, says: 'NOTICE.NOT_FOUND' },
  'Mutation.updateRobot': { by: (c) => `mutation { updateRobot(input: { id: "${c.ids.robot}", name: "stolen" }) { id } }`, says: 'ROBOT.NOT_FOUND' },
  'Mutation.removeRobot': { by: (c) => `mutation { removeRobot(id: "${c.ids.robot}") }`, says: 'ROBOT.NOT_FOUND' },
  'Mutation.testRobot': { by: (c) => `mutation { testRobot(id: "${c.ids.robot}") { isTaken } }`, says: 'ROBOT.NOT_FOUND' },
};

export const noticesOwnOnly: OwnOnly = {
  'Query.notices': '{ notices { nodes { id } } }',
  'Query.unreadNotices': '{ unreadNotices }',
  'Query.noticeChoices': '{ noticeChoices { kind } }',
  'Query.robots': '{ robots { id } }',
  'Mutation.markAllNoticesRead': 'mutation { markAllNoticesRead }',
  'Mutation.chooseNotice': 'mutation { chooseNotice(input: { kind: MEMBER_JOINED, channel: MAIL, isOn: true }) { kind } }',
  'Mutation.addRobot': `mutation { addRobot(input: { ${ROBOT} }) { id } }`,
};
