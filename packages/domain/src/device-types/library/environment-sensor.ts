import { above, below, event, FAULT, gauge, NAMEPLATE, rated, told, type LibraryType } from './build.js';

/**
 * Sensor of a workshop's air. Noise: 85 dB(A) over eight hours (GBZ 2.2-2007). Indoor air: CO₂ 0.10 % = 1,000 ppm, PM2.5 50 µg/m³ over a day, PM10 100 µg/m³
 * (GB/T 18883-2022), which is for dwellings and offices and a goal in a workshop, not a duty. Temperature and humidity are a proposal.
 */
export const ENVIRONMENT_SENSOR: LibraryType = {
  key: 'environment-sensor',
  name: { zh: '环境传感器', en: 'Environment sensor' },
  description: { zh: '温湿度、二氧化碳、粉尘、噪声、照度', en: 'Temperature, humidity, carbon dioxide, dust, noise, light' },
  basis: { zh: '噪声按 GBZ 2.2（8 小时 85 dB(A)）；CO₂、PM2.5、PM10 按 GB/T 18883-2022，对车间只是目标。温湿度为建议值。', en: 'Noise by GBZ 2.2 (85 dB(A) over 8 hours); CO₂, PM2.5, PM10 by GB/T 18883-2022, in a workshop a goal only. Temperature and humidity are a proposal.' },
  model: {
    metrics: [
      gauge(['temperature', '温度', 'Temperature'], '°C', [-30, 60]),
      gauge(['humidity', '湿度', 'Humidity'], '%', [0, 100]),
      gauge(['dew_point_c', '露点', 'Dew point'], '°C', [-40, 60]),
      gauge(['air_pressure_kpa', '气压', 'Air pressure'], 'kPa', [50, 110]),
      gauge(['co2_ppm', '二氧化碳', 'Carbon dioxide'], 'ppm', [0, 5_000]),
      gauge(['pm25_ug_m3', 'PM2.5', 'PM2.5'], 'µg/m³', [0, 1_000]),
      gauge(['pm10_ug_m3', 'PM10', 'PM10'], 'µg/m³', [0, 2_000]),
      gauge(['noise_dba', '噪声', 'Noise'], 'dB(A)', [30, 130]),
      gauge(['light_lux', '照度', 'Light'], 'lx', [0, 100_000]),
      gauge(['battery_pct', '电池电量', 'Battery'], '%', [0, 100]),
    ].map((metric) => ({ ...metric, intervalMs: 60_000 })),
    attributes: [...NAMEPLATE, told(['firmware', '固件版本', 'Firmware']), rated(['report_interval_s', '上报间隔', 'Report every'], 's', 'platform')],
    commands: [],
    events: [FAULT, event(['moved', '被移动', 'Moved'], 'alert')],
    alarms: [
      above(['hot', '温度偏高', 'Hot'], 'temperature', 35, 600, 'minor'),
      below(['cold', '温度偏低', 'Cold'], 'temperature', 5, 600, 'minor'),
      above(['humid', '湿度偏高', 'Humid'], 'humidity', 80, 1_800, 'warning'),
      above(['stuffy', '二氧化碳偏高', 'Stuffy'], 'co2_ppm', 1_000, 900, 'warning'),
      above(['dusty', '粉尘偏高', 'Dusty'], 'pm10_ug_m3', 100, 1_800, 'minor'),
      above(['loud', '噪声超标', 'Loud'], 'noise_dba', 85, 900, 'minor'),
      below(['battery-low', '电池快没电', 'Battery low'], 'battery_pct', 20, 3_600, 'warning'),
    ],
  },
};
