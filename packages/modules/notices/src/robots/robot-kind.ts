/** The chats whose robots are known: 企业微信, 钉钉, 飞书. */
export const ROBOT_KINDS_OF_CHATS = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotKind = (typeof ROBOT_KINDS_OF_CHATS)[number];
