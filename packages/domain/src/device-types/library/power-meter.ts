import { above, below, event, FAULT, gauge, NAMEPLATE, power, rated, register, type LibraryType } from './build.js';

/**
 * Three-phase meter of a 380 V supply. Limits of the supply's quality: voltage ±7 % up to 20 kV (GB/T 12325-2008: here of the phase's 220 V),
 * frequency ±0.2 Hz (GB/T 15945-2008), unbalance 2 % (GB/T 15543-2008), voltage THD 5 % at 0.38 kV (GB/T 14549-1993). Power factor 0.9 is where
 * the adjustment of electricity charges begins for industrial users from 160 kVA ([83]水电财字第215号).
 */
export const POWER_METER: LibraryType = {
  key: 'power-meter',
  name: { zh: '电表', en: 'Power meter' },
  description: { zh: '三相电压、电流、功率、功率因数、电能质量、累计电量', en: 'Three-phase voltage, current, power, power factor, quality, energy' },
  basis: { zh: '电压 GB/T 12325、频率 GB/T 15945、不平衡 GB/T 15543、谐波 GB/T 14549；功率因数 0.9 为力调电费的界限。', en: 'Voltage by GB/T 12325, frequency by GB/T 15945, unbalance by GB/T 15543, harmonics by GB/T 14549; 0.9 is the power factor from which the charge is adjusted.' },
  model: {
    metrics: [
      gauge(['voltage_a_v', 'A 相电压', 'Voltage A'], 'V', [0, 300]),
      gauge(['voltage_b_v', 'B 相电压', 'Voltage B'], 'V', [0, 300]),
      gauge(['voltage_c_v', 'C 相电压', 'Voltage C'], 'V', [0, 300]),
      gauge(['current_a_a', 'A 相电流', 'Current A'], 'A', [0, 5_000]),
      gauge(['current_b_a', 'B 相电流', 'Current B'], 'A', [0, 5_000]),
      gauge(['current_c_a', 'C 相电流', 'Current C'], 'A', [0, 5_000]),
      power(['power_kw', '有功功率', 'Active power'], [-3_000, 3_000]),
      gauge(['reactive_power_kvar', '无功功率', 'Reactive power'], 'kvar', [-3_000, 3_000]),
      gauge(['power_factor', '功率因数', 'Power factor'], null, [-1, 1]),
      gauge(['frequency_hz', '频率', 'Frequency'], 'Hz', [45, 55]),
      gauge(['voltage_unbalance_pct', '电压不平衡度', 'Voltage unbalance'], '%', [0, 100]),
      gauge(['voltage_thd_pct', '电压谐波畸变率', 'Voltage THD'], '%', [0, 100]),
      register(['energy_kwh', '正向有功电量', 'Energy imported'], 'kWh'),
      register(['energy_export_kwh', '反向有功电量', 'Energy exported'], 'kWh'),
      register(['reactive_energy_kvarh', '无功电量', 'Reactive energy'], 'kvarh'),
    ],
    attributes: [...NAMEPLATE, rated(['current_ratio', '电流互感器变比', 'Current transformer ratio'], ':1', 'platform'), rated(['voltage_ratio', '电压互感器变比', 'Voltage transformer ratio'], ':1', 'platform')],
    commands: [],
    events: [FAULT, event(['supply_lost', '停电', 'Supply lost'], 'error')],
    alarms: [
      above(['voltage-high', '电压偏高', 'Voltage high'], 'voltage_a_v', 235.4, 60, 'minor'),
      below(['voltage-low', '电压偏低', 'Voltage low'], 'voltage_a_v', 204.6, 60, 'major'),
      above(['frequency-high', '频率偏高', 'Frequency high'], 'frequency_hz', 50.2, 60, 'warning'),
      below(['frequency-low', '频率偏低', 'Frequency low'], 'frequency_hz', 49.8, 60, 'warning'),
      above(['unbalance', '三相不平衡', 'Unbalance'], 'voltage_unbalance_pct', 2, 600, 'minor'),
      above(['harmonics', '谐波超标', 'Harmonics'], 'voltage_thd_pct', 5, 600, 'minor'),
      below(['power-factor-low', '功率因数低', 'Power factor low'], 'power_factor', 0.9, 3_600, 'warning'),
    ],
  },
};
