export const TYPE = 'createDeviceType(input: { name: "A only", libraryKey: "pump" })';
export const OTA_PACKAGE = 'beginOtaPackage(input: { kind: FIRMWARE, title: "A only", version: "1", fileName: "A only.bin", sizeBytes: 7 })';
export const PLAN = 'plan: { stages: [{ upTo: 100, unit: PERCENT, updatedPercent: 100, waitMinutes: 0 }], timeoutMinutes: 60, retries: 0 }';
export const campaignOf = (device: string): string => `mutation { startCampaign(input: { name: "A only", values: { mode: "A only" }, machines: { deviceIds: ["${device}"] }, ${PLAN} }) { id } }`;
/** The slug of an app of A's that nobody approved. */
export const HIDDEN = 'secret-app';
export const RANGE = 'from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z"';
export const LOOK = 'look: { query: "q=secret", hiddenColumns: [] }';
export const ROBOT = 'kind: WECOM, name: "A only", language: ZH, noticeKinds: [TENANT_RESUMED], address: { url: "https://robots.example/hook" }';
const HOURS = 'hours: [{ fromMinute: 0, toMinute: 1440, band: FLAT }], prices: { peak: 1, flat: 1, valley: 1 }, emissionFactorKgPerKwh: 0.5, timeZone: "Asia/Shanghai"';

export const noteOf = (device: string): string => `mutation { addAnnotation(input: { deviceId: "${device}", from: "2026-01-05T08:00:00Z", text: "A only" }) { id } }`;

export const proofOf = (authority: string): string => `mutation { proveCertificateAuthority(input: { id: "${authority}", certificate: "none" }) { id } }`;

export const commandTo = (device: string): string => `mutation { sendCommand(input: { deviceId: "${device}", method: "A only", requestKey: "one" }) { id } }`;

export function chooseEnergy(subscriptionId: string, ...seriesIds: string[]): string {
  return `mutation { configureEnergy(input: { subscriptionId: "${subscriptionId}", seriesIds: ${JSON.stringify(seriesIds)}, ${HOURS} }) { id } }`;
}

export function bindIndicators(subscriptionId: string, seriesId: string): string {
  return `mutation { configureIndicators(input: { subscriptionId: "${subscriptionId}", bindings: [{ input: "power", seriesId: "${seriesId}" }] }) { id } }`;
}

/** Says how a file of history is read. */
export function checkOf(id: string, deviceId: string): string {
  return `mutation { checkHistoryImport(input: { id: "${id}", replaces: false, mapping: { headerRows: 1, timeColumns: [0], timeFormat: YEAR_MONTH_DAY, timeZone: "UTC", deviceId: "${deviceId}",
    metrics: [{ column: 1, key: "t", kind: NUMBER }], decimalMark: ".", noValues: [] } }) { id } }`;
}
