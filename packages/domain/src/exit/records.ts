/** A table whose rows of a company go into its export as one file. */
export interface ExportedTable {
  readonly table: string;
  /** Of its file in the bundle: `.json`, an array of objects. */
  readonly path: string;
  /** The columns that go out, in this order. */
  readonly columns: readonly string[];
  /** By which they are in order. */
  readonly orderBy: string;
  /** By which a row belongs to a company, where it is not `tenant_id`. */
  readonly owner?: string;
  /** Columns that stay, each with the reason. */
  readonly withheld?: Readonly<Record<string, string>>;
  readonly title: { readonly zh: string; readonly en: string };
}

const SECRET = 'a secret, or what is kept of one';
const SERVICE = 'the payment service’s own';
const words = (list: string): readonly string[] => list.split(' ');

/** Every table that goes out whole, with what it is. What is not listed here or in {@link WITHHELD_TABLES} fails a test. */
export const EXPORTED_TABLES: readonly ExportedTable[] = [
  { table: 'tenant', owner: 'id', path: 'company/company.json', columns: words('id name state suspended_because suspended_reason suspended_at time_zone created_at audit_keep_months demands_second_factor silent_after_minutes demands_sso_since'), orderBy: 'id', title: { zh: '企业及其设置', en: 'The company and its settings' } },
  { table: 'company_profile', path: 'company/profile.json', columns: words('legal_name credit_code credit_code_is_checked credit_code_confirmed_at industry employees yearly_revenue_yuan district park address invoice_name invoice_tax_number invoice_address_and_phone invoice_bank invoice_account updated_at'), orderBy: 'tenant_id', title: { zh: '企业资料与发票抬头', en: 'Profile and invoice title' } },
  { table: 'company_logo', path: 'company/logo.json', columns: words('sha256 width height updated_at'), orderBy: 'tenant_id', withheld: { image: 'goes out as company/logo.png' }, title: { zh: '标志（图在 company/logo.png）', en: 'The logo; the picture is company/logo.png' } },
  { table: 'tenant_member', path: 'people/members.json', columns: words('user_id role custom_role_id name email joined_at is_by_sso'), orderBy: 'joined_at, user_id', title: { zh: '成员', en: 'People' } },
  { table: 'tenant_role', path: 'people/roles.json', columns: words('id name description permissions created_at'), orderBy: 'created_at, id', title: { zh: '自定义角色', en: 'Roles of the company’s own' } },
  { table: 'invitation', path: 'people/invitations.json', columns: words('id email role custom_role_id language invited_by inviter_name created_at expires_at mails_asked mails_written asked_at accepted_by accepted_at revoked_at'), orderBy: 'created_at, id', withheld: { token_digest: SECRET }, title: { zh: '邀请', en: 'Invitations' } },
  { table: 'api_key', path: 'people/api-keys.json', columns: words('id user_id name permissions created_at expires_at revoked_at last_used_at use_count'), orderBy: 'created_at, id', withheld: { digest: SECRET }, title: { zh: 'API 密钥（不含密钥本身）', en: 'API keys, without the keys themselves' } },
  { table: 'sso_connection', path: 'people/single-sign-on.json', columns: words('issuer client_id domain proof created_at default_role default_custom_role_id role_claim more_scopes'), orderBy: 'tenant_id', withheld: { secret_sealed: SECRET }, title: { zh: '单点登录', en: 'Single sign-on' } },
  { table: 'sso_role_rule', path: 'people/single-sign-on-roles.json', columns: words('position value role custom_role_id'), orderBy: 'position', title: { zh: '单点登录：按组给的角色', en: 'Single sign-on: roles by group' } },
  { table: 'device', path: 'machines/machines.json', columns: words('id name kind profile attributes reported_version reported_at desired_version last_command_number created_at type_id gateway_mode parent_id known_as provisioned_by provisioned_at place_id retired_at'), orderBy: 'created_at, id', title: { zh: '机器', en: 'Machines' } },
  { table: 'place', path: 'machines/places.json', columns: words('id parent_id kind name position time_zone created_at'), orderBy: 'created_at, id', title: { zh: '厂区结构：厂区、区域、产线', en: 'Places: sites, areas, lines' } },
  { table: 'bulk_action', path: 'machines/bulk-actions.json', columns: words('id kind parameters total author created_at finished_at'), orderBy: 'created_at, id', title: { zh: '批量操作', en: 'What was done to many machines' } },
  { table: 'bulk_action_item', path: 'machines/bulk-action-results.json', columns: words('action_id device_id name outcome code'), orderBy: 'action_id, device_id', title: { zh: '批量操作的结果', en: 'What became of each' } },
  { table: 'ota_key', path: 'machines/package-key.json', columns: words('id public_key created_at retired_at'), orderBy: 'created_at, id', withheld: { private_sealed: SECRET }, title: { zh: '升级包签名公钥', en: 'The public key of packages' } },
  { table: 'ota_package', path: 'machines/packages.json', columns: words('id kind title version type_id file_name size_bytes sha256 key_id signature author_name created_at ready_at'), orderBy: 'created_at, id', title: { zh: '升级包', en: 'Packages for machines' } },
  { table: 'campaign', path: 'machines/campaigns.json', columns: words('id name kind package_id values plan state paused_because stage reached_at forgiven_failures author created_at finished_at'), orderBy: 'created_at, id', title: { zh: '升级与配置任务', en: 'Campaigns' } },
  { table: 'campaign_machine', path: 'machines/campaign-machines.json', columns: words('campaign_id device_id kind is_open name stage state state_at code words attempts offered_at before'), orderBy: 'campaign_id, device_id', title: { zh: '任务里的机器', en: 'Machines of campaigns' } },
  { table: 'tag', path: 'machines/tags.json', columns: words('id name created_at'), orderBy: 'created_at, id', title: { zh: '标签', en: 'Tags' } },
  { table: 'device_tag', path: 'machines/tags-of-machines.json', columns: words('device_id tag_id'), orderBy: 'device_id, tag_id', title: { zh: '机器的标签', en: 'Which machine has which tag' } },
  { table: 'provisioning_key', path: 'machines/provisioning-keys.json', columns: words('id name key makes_new makes_gateways type_id most_uses used_count last_used_at expires_at created_at revoked_at refused_count refused_at refused_code refused_name'), orderBy: 'created_at, id', withheld: { secret_digest: SECRET, secret_prefix: 'how a secret begins' }, title: { zh: '机器自助接入的密钥（不含密文）', en: 'Keys by which machines let themselves in, without their secrets' } },
  { table: 'device_type', path: 'machines/types.json', columns: words('id name description library_key created_at'), orderBy: 'created_at, id', title: { zh: '物模型', en: 'Device types' } },
  { table: 'device_type_version', path: 'machines/type-versions.json', columns: words('type_id version model revision note changed_at published_at'), orderBy: 'type_id, version', title: { zh: '物模型的版本', en: 'Versions of device types' } },
  { table: 'desired_attribute', path: 'machines/desired-states.json', columns: words('device_id key value version at'), orderBy: 'device_id, key', title: { zh: '要求机器达到的状态', en: 'States that machines are asked to take' } },
  { table: 'device_command', path: 'machines/commands.json', columns: words('id device_id number request_key method params expects_answer timeout_ms expires_at state due_at created_at author_id author_name sent_at delivered_at settled_at gateway_id answer failure'), orderBy: 'device_id, number', title: { zh: '发给机器的命令', en: 'Commands to machines' } },
  { table: 'device_handover', path: 'machines/handovers.json', columns: words('id device_id way keeps_credentials created_at expires_at withdrawn_at taken_at taker_name'), orderBy: 'created_at, id', withheld: { code_digest: SECRET, secret_digest: SECRET, secret_until: 'how long a secret holds' }, title: { zh: '机器移交', en: 'Machines handed over, and released for it' } },
  { table: 'device_token', path: 'machines/tokens.json', columns: words('id device_id prefix issued_at revoked_at'), orderBy: 'issued_at, id', withheld: { digest: SECRET }, title: { zh: '机器令牌（只有开头几位）', en: 'Tokens of machines: how they begin, no more' } },
  { table: 'certificate_authority', path: 'machines/certificate-authorities.json', columns: words('id kind name subject certificate not_after state challenge created_at ended_at stranger_name stranger_at'), orderBy: 'created_at, id', withheld: { private_sealed: SECRET, fingerprint: 'it is the certificate’s' }, title: { zh: '证书颁发机构（不含私钥）', en: 'Certificate authorities, without keys' } },
  { table: 'device_certificate', path: 'machines/certificates.json', columns: words('id device_id authority_id serial issued_at not_after revoked_at'), orderBy: 'issued_at, id', withheld: { fingerprint: 'the platform keeps no certificate, and the machine has it' }, title: { zh: '机器证书', en: 'Certificates of machines' } },
  { table: 'revoked_serial', path: 'machines/revoked-certificates.json', columns: words('authority_id serial at'), orderBy: 'authority_id, serial', title: { zh: '不再放行的证书序列号', en: 'Serial numbers of certificates that let in no more' } },
  { table: 'sparkplug_session', path: 'machines/sparkplug.json', columns: words('device_id group_name node_name device_name is_alive born_at died_at bd_seq last_seq rebirths_asked metric_count metrics gateway_id session_id'), orderBy: 'device_id', title: { zh: '机器的 Sparkplug 会话', en: 'Sparkplug sessions of machines' } },
  { table: 'device_presence', path: 'machines/presence.json', columns: words('device_id is_connected last_seen_at gateway_id silent_since'), orderBy: 'device_id', title: { zh: '机器在线情况', en: 'Whether machines are connected' } },
  { table: 'annotation', path: 'machines/notes.json', columns: words('id device_id from_at to_at text author_id author_name created_at edited_at'), orderBy: 'device_id, from_at, id', title: { zh: '给机器写的备注', en: 'What people noted of machines' } },
  { table: 'device_refusal', path: 'machines/refusals.json', columns: words('id device_id at code details sample count door'), orderBy: 'id', title: { zh: '被拒收的消息', en: 'Messages that were refused' } },
  { table: 'refusal_tally', path: 'machines/refusals-by-quarter-hour.json', columns: words('device_id at count clock_count'), orderBy: 'device_id, at', title: { zh: '被拒收的条数（每 15 分钟）', en: 'How many messages were refused, by quarter-hour' } },
  { table: 'connection_span', path: 'machines/connections.json', columns: words('device_id from_at to_at gateway_id'), orderBy: 'device_id, from_at', title: { zh: '机器连接的起止', en: 'When machines were connected' } },
  { table: 'ledger_machine', path: 'completeness/machines.json', columns: words('device_id from_at interval_ms basis last_at looked_at'), orderBy: 'device_id', title: { zh: '完整性台账：每台机器的上报间隔', en: 'Gap ledger: how often each machine is expected' } },
  { table: 'ledger_day', path: 'completeness/days.json', columns: words('device_id day kept repeats late absent clock_ms kept_sum repeats_sum late_sum absent_sum clock_median_ms clock_worst_ms frozen changed_at'), orderBy: 'device_id, day', withheld: { folded_repeats: 'a part of repeats', folded_late: 'a part of late' }, title: { zh: '完整性台账：每天每 15 分钟（UTC）', en: 'Gap ledger: days of UTC by quarter-hours' } },
  { table: 'ledger_gap', path: 'completeness/gaps.json', columns: words('id device_id from_at to_at cause absent found_at filled_at recovered'), orderBy: 'device_id, from_at, id', title: { zh: '完整性台账：缺口', en: 'Gap ledger: gaps' } },
  { table: 'completeness_statement', path: 'completeness/statements.json', columns: words('id month revision is_final time_zone from_at to_at made_at changes'), orderBy: 'month, revision', title: { zh: '月度完整性报表', en: 'Monthly completeness statements' } },
  { table: 'completeness_line', path: 'completeness/lines.json', columns: words('statement_id device_id name basis interval_ms expected kept refused refused_of_expected missing repeats late clock_refused missing_ms away_ms longest_gap_ms clock_median_ms clock_worst_ms completeness'), orderBy: 'statement_id, device_id', title: { zh: '月度完整性报表的明细', en: 'Their lines' } },
  { table: 'series', path: 'machines/metrics.json', columns: words('id device_id key unit quantity is_quantity_chosen interval_ms interval_stamp value_kind created_at'), orderBy: 'id', title: { zh: '指标', en: 'Metrics' } },
  { table: 'history_import', path: 'machines/imports.json', columns: words('id created_by created_at file_name file_bytes state is_paused failure_code mapping replaces rows_read report added replaced kept refused finished_at undoable_until'), orderBy: 'created_at, id', withheld: { look: 'the first rows of a file that was yours', columns_digest: 'by which a file with the same columns is known', last_ms: 'how far the file is read', share: 'as above', pieces_total: 'as above', pieces_done: 'as above', phase_at: 'as above', touched_at: 'as above' }, title: { zh: '导入的历史数据文件', en: 'Files of history that were imported' } },
  { table: 'subscription', path: 'apps/subscriptions.json', columns: words('id app_id app_version_id state granted_scopes is_configured settings started_at ended_at'), orderBy: 'started_at, id', title: { zh: '订阅的应用及其设置', en: 'Subscriptions to apps and their settings' } },
  { table: 'energy_slot', path: 'results/energy.json', columns: words('subscription_id series_id start_at energy_kwh covered_ms is_estimated'), orderBy: 'subscription_id, series_id, start_at', title: { zh: '能耗与碳：每 15 分钟的电量', en: 'Energy & carbon: energy of each quarter-hour' } },
  { table: 'publisher', path: 'apps/publisher.json', columns: words('id name created_at'), orderBy: 'id', title: { zh: '应用开发者', en: 'Publisher of apps' } },
  { table: 'app', owner: 'publisher_tenant_id', path: 'apps/published-apps.json', columns: words('id slug publisher_name engine listed_version_id created_at'), orderBy: 'created_at, id', withheld: { publisher_id: 'it is in publisher.json' }, title: { zh: '发布的应用', en: 'Apps that the company published' } },
  { table: 'app_version', owner: 'publisher_tenant_id', path: 'apps/published-versions.json', columns: words('id app_id version manifest state submitted_at decided_at note'), orderBy: 'submitted_at, id', title: { zh: '发布的应用版本', en: 'Versions of these apps' } },
  { table: 'company_standing', path: 'company/standing.json', columns: words('state because since_day held reason moved_at told looked_on billed_move'), orderBy: 'tenant_id', title: { zh: '企业状态', en: 'Where the company stands' } },
  { table: 'company_move', path: 'company/moves.json', columns: words('move_no cause from_state from_because to_state to_because on_day reason moved_at'), orderBy: 'move_no', title: { zh: '企业状态的变化', en: 'How it came there' } },
  { table: 'plan_choice', path: 'billing/plan-choices.json', columns: words('id plan from_day due_minor chosen_at withdrawn_at'), orderBy: 'chosen_at, id', title: { zh: '选过的套餐', en: 'Plans that were chosen' } },
  { table: 'plan_limit', path: 'billing/limits.json', columns: words('meter cap quota'), orderBy: 'meter', title: { zh: '上限与另给的配额', en: 'Caps, and quotas that were given' } },
  { table: 'limit_change', path: 'billing/limit-changes.json', columns: words('id meter cap quota from_day changed_at'), orderBy: 'changed_at, id', title: { zh: '上限与配额的变更', en: 'Changes of caps and quotas' } },
  { table: 'meter_reading', path: 'billing/readings.json', columns: words('meter hour quantity'), orderBy: 'meter, hour', title: { zh: '每小时用量', en: 'Use by the hour' } },
  { table: 'full_day', path: 'billing/full-days.json', columns: words('day from_at to_at points'), orderBy: 'day', title: { zh: '数据点用满的日子', en: 'Days that held as many points as they may' } },
  { table: 'readings_kept', path: 'billing/readings-kept.json', columns: words('from_at'), orderBy: 'tenant_id', title: { zh: '数据保留的起点', en: 'From when on readings are kept' } },
  { table: 'quota_notice', path: 'billing/quota-notices.json', columns: words('meter month share used quota told_at mailed_at'), orderBy: 'month, meter, share', title: { zh: '用量提醒', en: 'Notices of use' } },
  { table: 'invoice', path: 'invoices/invoices.json', columns: words('id number occasion issued_on due_on gross_minor tax_minor net_minor buyer issued_at state state_at'), orderBy: 'issued_at, id', title: { zh: '账单（金额单位：分）', en: 'Invoices; amounts in fen' } },
  { table: 'invoice_line', path: 'invoices/lines.json', columns: words('invoice_id line_no kind plan choice_id from_day to_day quantity unit_price_minor per amount_minor tax_minor meter included hours days'), orderBy: 'invoice_id, line_no', title: { zh: '账单明细', en: 'Their lines' } },
  { table: 'credit_note', path: 'invoices/credit-notes.json', columns: words('id invoice_id note_no number issued_on reason lines gross_minor tax_minor issued_at'), orderBy: 'issued_at, id', title: { zh: '红字账单', en: 'Credit notes' } },
  { table: 'payment', path: 'invoices/payments.json', columns: words('id invoice_id kind amount_minor paid_on note recorded_at undoes'), orderBy: 'recorded_at, id', withheld: { bank_entry_id: 'the platform’s own bank', recorded_by: 'who of the platform', card_attempt_id: 'by which it is noted once', card_move: 'by which it is noted once' }, title: { zh: '付款与退款', en: 'Payments and refunds' } },
  { table: 'card_attempt', path: 'invoices/card-payments.json', columns: words('id invoice_id attempt_no amount_minor state started_by started_at failure dispute'), orderBy: 'started_at, id', withheld: { session_id: SERVICE, url: SERVICE, intent: SERVICE }, title: { zh: '银行卡付款', en: 'Payments by card' } },
  { table: 'card_refund', path: 'invoices/card-refunds.json', columns: words('id attempt_id amount_minor state failure asked_at'), orderBy: 'asked_at, id', withheld: { asked_by: 'who of the platform' }, title: { zh: '退回银行卡', en: 'Refunds to cards' } },
  { table: 'invoice_reminder', path: 'invoices/reminders.json', columns: words('invoice_id days reminded_at'), orderBy: 'invoice_id, days', title: { zh: '催款提醒', en: 'Reminders' } },
  { table: 'notice', path: 'notices/notices.json', columns: words('id kind subject_id facts raised_at'), orderBy: 'raised_at, id', title: { zh: '通知', en: 'Notices' } },
  { table: 'notice_receipt', path: 'notices/inboxes.json', columns: words('user_id notice_id raised_at read_at'), orderBy: 'user_id, notice_id', title: { zh: '各人收件箱', en: 'Whose inbox they are in' } },
  { table: 'notice_preference', path: 'notices/choices.json', columns: words('user_id kind channel is_on'), orderBy: 'user_id, kind, channel', title: { zh: '各人的通知选择', en: 'What people chose to be told' } },
  { table: 'saved_view', path: 'people/views.json', columns: words('user_id id list name query sort_column is_descending hidden_columns is_default created_at'), orderBy: 'user_id, list, name', title: { zh: '各人保存的列表视图', en: 'Views of lists that people keep' } },
  { table: 'notice_robot', path: 'notices/robots.json', columns: words('id kind name language address_hint notice_kinds failure_count paused_at created_at'), orderBy: 'created_at, id', withheld: { address_sealed: SECRET }, title: { zh: '群机器人（不含地址和密钥）', en: 'Chat robots, without address and secret' } },
  { table: 'notice_delivery', path: 'notices/deliveries.json', columns: words('id notice_id user_id robot_id state attempts last_fault finished_at'), orderBy: 'notice_id, id', title: { zh: '通知投递', en: 'How notices were delivered' } },
  { table: 'announcement_put_away', path: 'notices/put-away.json', columns: words('user_id announcement_id at'), orderBy: 'user_id, announcement_id', title: { zh: '各人收起的公告', en: 'Announcements that people put away' } },
  { table: 'impersonation', path: 'company/looks.json', columns: words('id reason may_write began_at ends_at ended_at ended_by operations'), orderBy: 'began_at, id', withheld: { staff_id: 'who of the platform', staff_email: 'who of the platform', session_id: 'who of the platform', settled_at: 'the platform’s own bookkeeping' }, title: { zh: '平台人员进入企业查看的记录', en: 'Looks of the platform at the company as its people see it' } },
  { table: 'sign_up_review', path: 'company/sign-up-review.json', columns: words('state opened_at asked asked_at'), orderBy: 'tenant_id', withheld: { signals: 'how the platform finds what it looks at' }, title: { zh: '平台对注册信息的核对', en: 'The platform’s review of the sign-up' } },
  { table: 'sign_up_decision', path: 'company/sign-up-decisions.json', columns: words('id decision note decided_at'), orderBy: 'decided_at, id', withheld: { signals: 'how the platform finds what it looks at', decided_by: 'who of the platform' }, title: { zh: '平台对注册信息的决定', en: 'What the platform decided about the sign-up' } },
  { table: 'feature_flag_override', path: 'company/feature-flags.json', columns: words('key is_on reason set_at'), orderBy: 'key', withheld: { set_by: 'who of the platform' }, title: { zh: '平台为企业单独开关的功能', en: 'What the platform turned on or off for the company' } },
  { table: 'company_export', path: 'company/exports.json', columns: words('id requested_by requested_at started_at finished_at expires_at state rows_done bundle_bytes bundle_sha256 failure_code'), orderBy: 'requested_at, id', withheld: { key_id: 'it is in each bundle', files_total: 'of no use later', files_done: 'of no use later' }, title: { zh: '导出记录', en: 'Exports' } },
];

/** Tables of companies that do not go out as they are, each with the reason. */
export const WITHHELD_TABLES: Readonly<Record<string, string>> = {
  audit_entry: 'goes out as audit/trail.jsonl, in the form in which it can be checked',
  audit_head: 'the last line of audit/trail.jsonl says the same',
  billing_run: 'how far the platform has billed; the invoices say it',
  company_erasure: 'there is none as long as there is somebody to ask for an export',
  company_export_file: 'how far an export has come; the manifest says it',
  device_request: 'machines that gateways ask for, or that ask for themselves, until an hour after',
  history_layer: 'what imports replaced, kept for thirty days to be restored',
  history_piece: 'readings of a file that are not written yet',
  mail_message: 'the platform’s own mail',
  ota_piece: 'the files of packages, which their maker has',
  outbox: 'work that the platform has promised itself',
  ledger_due: 'what the gap ledger is to look at next',
  message_key: 'by what a machine repeats a message, kept for a day',
  telemetry: 'goes out as telemetry/…csv, by machine and metric',
  telemetry_block: 'points at rest, which go out with the others',
  telemetry_head: 'a cache of the newest message',
  telemetry_hour: 'reckoned from the points',
  telemetry_minute: 'reckoned from the points',
  telemetry_roll_up_block: 'reckoned from the points',
  telemetry_shape: 'how points are stored',
};
