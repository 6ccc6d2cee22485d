/** What notices need of the worker: telling people, writing mails, speaking by robots. */
import { Module, type DynamicModule } from '@nestjs/common';
import { MemberRepository } from '@tenon/identity';
import { AllowedHosts, masterKeys, OutgoingHttp, Vault } from '@tenon/runtime';
import { MailNotice } from './application/mail-notice.js';
import { NoticeDispatch } from './application/notice-dispatch.js';
import { NoticeLinks } from './application/notice-words.js';
import { RobotSpeech } from './application/robot-speech.js';
import { SayByRobot } from './application/say-by-robot.js';
import { TellPeople } from './application/tell-people.js';
import { DeliverNoticeHandler } from './jobs/deliver-notice.handler.js';
import { NoticeRaisedHandler } from './jobs/notice-raised.handler.js';
import { UpkeepSchedule } from './jobs/upkeep.schedule.js';
import { DeliveryRepository } from './persistence/delivery.repository.js';
import { NoticeRepository } from './persistence/notice.repository.js';
import { PreferenceRepository } from './persistence/preference.repository.js';
import { RobotRepository } from './persistence/robot.repository.js';
import { RobotPost } from './robots/robot-post.js';

export interface NoticesWorkerOptions {
  /** The portal's address as people type it. */
  readonly publicUrl: string;
  readonly secretHex: string;
  /** Master keys of secrets at rest that were set, in hexadecimal digits. */
  readonly masterKeysHex: readonly string[];
  /** Where robots may be though it is not on the public internet. */
  readonly allowedHosts: readonly string[];
}

@Module({})
export class NoticesWorkerModule {
  static register({ publicUrl, secretHex, masterKeysHex, allowedHosts }: NoticesWorkerOptions): DynamicModule {
    return {
      module: NoticesWorkerModule,
      providers: [
        DeliverNoticeHandler,
        DeliveryRepository,
        MailNotice,
        MemberRepository,
        NoticeDispatch,
        NoticeRaisedHandler,
        NoticeRepository,
        PreferenceRepository,
        RobotPost,
        RobotRepository,
        RobotSpeech,
        SayByRobot,
        TellPeople,
        UpkeepSchedule,
        { provide: NoticeLinks, useValue: new NoticeLinks(publicUrl) },
        { provide: OutgoingHttp, useValue: new OutgoingHttp({ allowed: new AllowedHosts(allowedHosts) }) },
        { provide: Vault, useValue: new Vault(masterKeys({ secretHex, set: masterKeysHex })) },
      ],
    };
  }
}
