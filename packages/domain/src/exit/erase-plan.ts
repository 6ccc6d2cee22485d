/** A text in the platform's two languages. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What of a company stays when it is erased, and why. */
export interface KeptTable {
  readonly table: string;
  readonly because: Words;
  /** For how many months from the erasure; null where it holds nothing of people and goes with what refers to it. */
  readonly months: number | null;
}

const ACCOUNTS: Words = {
  zh: '会计凭证，依《会计档案管理办法》（财政部、国家档案局令第79号）第十四条保存30年',
  en: 'accounting vouchers, kept for 30 years by the Measures for the Administration of Accounting Archives (Order 79 of 2015), art. 14',
};
const THIRTY_YEARS = 30 * 12;
const LOGS: Words = { zh: '网络日志，依《网络安全法》第二十一条（三）留存不少于六个月，之后逐月删除', en: 'logs, kept for six months by the Cybersecurity Law, art. 21 (3), then dropped month by month' };
const SIX_MONTHS = 6;
const OTHERS_USE: Words = { zh: '其他企业正在使用的应用', en: 'apps that other companies use' };

/** What stays, table by table. Everything else of a company is erased. */
export const KEPT_TABLES: readonly KeptTable[] = [
  ...['invoice', 'invoice_line', 'credit_note', 'payment', 'card_attempt', 'card_refund', 'plan_choice', 'company_move'].map((table): KeptTable => ({ table, because: ACCOUNTS, months: THIRTY_YEARS })),
  ...['audit_entry', 'audit_head'].map((table): KeptTable => ({ table, because: LOGS, months: SIX_MONTHS })),
  ...['publisher', 'app', 'app_version'].map((table): KeptTable => ({ table, because: OTHERS_USE, months: null })),
  { table: 'tenant', because: { zh: '只剩编号，没有名称，供以上记录引用', en: 'its id alone, without a name, to which the above refer' }, months: null },
  { table: 'company_standing', because: { zh: '只说明企业已关闭、已删除', en: 'that it was closed and erased, and no more' }, months: null },
  { table: 'company_erasure', because: { zh: '本证明', en: 'this certificate' }, months: null },
];

/** What is erased by the tables' own means: points and roll-ups by metric, not by company. */
export const TELEMETRY_TABLES: readonly string[] = ['telemetry', 'telemetry_block', 'telemetry_minute', 'telemetry_roll_up_block', 'telemetry_hour'];

/** The other tables that are erased, in this order: what refers to a row goes before that row. */
export const ERASED_TABLES: readonly string[] = [
  'device_token',
  'api_key',
  'notice_delivery',
  'notice_receipt',
  'notice_preference',
  'announcement_put_away',
  'saved_view',
  'notice_robot',
  'notice',
  'energy_slot',
  'history_layer',
  'history_piece',
  'history_import',
  'subscription',
  'telemetry_head',
  'telemetry_shape',
  'annotation',
  'desired_attribute',
  'device_command',
  'message_key',
  'device_request',
  'device_handover',
  'completeness_line',
  'completeness_statement',
  'ledger_due',
  'ledger_gap',
  'ledger_day',
  'ledger_machine',
  'refusal_tally',
  'connection_span',
  'revoked_serial',
  'device_certificate',
  'certificate_authority',
  'device_refusal',
  'device_presence',
  'sparkplug_session',
  'series',
  'campaign_machine',
  'campaign',
  'ota_piece',
  'ota_package',
  'ota_key',
  'bulk_action_item',
  'bulk_action',
  'device_tag',
  'tag',
  'device',
  'place',
  'provisioning_key',
  'device_type_version',
  'device_type',
  'invitation',
  'tenant_member',
  'sso_role_rule',
  'sso_connection',
  'tenant_role',
  'company_logo',
  'sign_up_decision',
  'sign_up_review',
  'company_profile',
  'full_day',
  'readings_kept',
  'quota_notice',
  'plan_limit',
  'limit_change',
  'meter_reading',
  'billing_run',
  'invoice_reminder',
  'company_export_file',
  'company_export',
  'impersonation',
  'feature_flag_override',
  'outbox',
];

/** What is erased with the people themselves: mail that was written for the company. */
export const ERASED_WITH_PEOPLE: readonly string[] = ['mail_message'];
