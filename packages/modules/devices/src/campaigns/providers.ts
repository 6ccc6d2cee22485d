import { OtaPackageRepository } from '../ota/persistence/ota-package.repository.js';
import { AdvanceCampaignHandler } from './advance-campaign.handler.js';
import { AdvanceCampaign } from './application/advance-campaign.js';
import { AskMachines } from './application/ask-machines.js';
import { ChooseMachines } from './application/choose-machines.js';
import { FollowMachines } from './application/follow-machines.js';
import { HearMachines } from './application/hear-machines.js';
import { ReadCampaigns } from './application/read-campaigns.js';
import { StartCampaign } from './application/start-campaign.js';
import { SteerCampaign } from './application/steer-campaign.js';
import { CampaignSchedule } from './campaign.schedule.js';
import { CampaignResolver } from './graphql/campaign.resolver.js';
import { CampaignMachineRepository } from './persistence/campaign-machine.repository.js';
import { CampaignTargetRepository } from './persistence/campaign-target.repository.js';
import { CampaignRepository } from './persistence/campaign.repository.js';
import { OpenCampaignRepository } from './persistence/open-campaign.repository.js';

/** Beginning and steering campaigns, as the api serves it. What machines report as readings (MachineReports), the app wires. */
export const CAMPAIGNS = [CampaignMachineRepository, CampaignRepository, CampaignResolver, CampaignTargetRepository, ChooseMachines, HearMachines, ReadCampaigns, StartCampaign, SteerCampaign];

/** Moving them, as the worker does. */
export const CAMPAIGNS_AT_WORK = [AdvanceCampaign, AdvanceCampaignHandler, AskMachines, CampaignMachineRepository, CampaignRepository, CampaignSchedule, CampaignTargetRepository, FollowMachines, HearMachines, OpenCampaignRepository, OtaPackageRepository];
