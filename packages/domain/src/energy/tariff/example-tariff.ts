import type { Tariff } from './tariff.js';

/**
 * An example to start from and to edit: the hours resemble those of general industry in Shanghai outside summer, the
 * prices are round figures in the usual proportion (peak 1.12, flat 0.70, valley 0.35 yuan per kWh). It is no official price and
 * no quotation: prices are set monthly by the grid company for each voltage and contract, and stand on the company's bill.
 */
export const EXAMPLE_TARIFF: Tariff = {
  hours: [
    { fromMinute: 0, toMinute: 360, band: 'valley' },
    { fromMinute: 360, toMinute: 480, band: 'flat' },
    { fromMinute: 480, toMinute: 660, band: 'peak' },
    { fromMinute: 660, toMinute: 1080, band: 'flat' },
    { fromMinute: 1080, toMinute: 1260, band: 'peak' },
    { fromMinute: 1260, toMinute: 1320, band: 'flat' },
    { fromMinute: 1320, toMinute: 1440, band: 'valley' },
  ],
  yuanPer10000Kwh: { peak: 11_200, flat: 7_000, valley: 3_500 },
};
