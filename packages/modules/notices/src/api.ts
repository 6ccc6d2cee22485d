/** What people are told, as the api serves it: their inboxes, what they chose, and the company's robots. */
import { Module, type DynamicModule } from '@nestjs/common';
import { AllowedHosts, OutgoingHttp } from '@tenon/runtime';
import { ChangeRobots } from './application/change-robots.js';
import { ChooseNotices } from './application/choose-notices.js';
import { OfficeAnnouncements } from './application/office-announcements.js';
import { ReadAnnouncements } from './application/read-announcements.js';
import { MarkRead } from './application/mark-read.js';
import { ReadInbox } from './application/read-inbox.js';
import { TestRobot } from './application/test-robot.js';
import { AnnouncementResolver } from './graphql/announcement.resolver.js';
import { NoticeResolver } from './graphql/notice.resolver.js';
import { RobotResolver } from './graphql/robot.resolver.js';
import { NoticeChanges } from './live/notice-changes.js';
import { NoticeRepository } from './persistence/notice.repository.js';
import { PreferenceRepository } from './persistence/preference.repository.js';
import { RobotRepository } from './persistence/robot.repository.js';
import { RobotPost } from './robots/robot-post.js';

export { NoticeChanges } from './live/notice-changes.js';

@Module({})
export class NoticesApiModule {
  /** @param allowedHosts where robots may be though it is not on the public internet */
  static register({ allowedHosts }: { allowedHosts: readonly string[] }): DynamicModule {
    return {
      module: NoticesApiModule,
      providers: [
        AnnouncementResolver,
        ChangeRobots,
        ChooseNotices,
        MarkRead,
        NoticeChanges,
        NoticeRepository,
        NoticeResolver,
        OfficeAnnouncements,
        PreferenceRepository,
        ReadAnnouncements,
        ReadInbox,
        RobotPost,
        RobotRepository,
        RobotResolver,
        TestRobot,
        { provide: OutgoingHttp, useValue: new OutgoingHttp({ allowed: new AllowedHosts(allowedHosts) }) },
      ],
    };
  }
}
