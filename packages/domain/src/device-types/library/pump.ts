import { above, at, below, command, amount, FAULT, event, flag, gauge, IN_FAULT, NAMEPLATE, power, rated, register, stateOf, type LibraryType } from './build.js';

/** Centrifugal pump up to 200 kW. Vibration by ISO 10816-7:2009, category II: zone C begins at 5.1 mm/s, zone D at 8.5; temperatures and pressures are a proposal. */
export const PUMP: LibraryType = {
  key: 'pump',
  name: { zh: '水泵', en: 'Pump' },
  description: { zh: '进出口压力、流量、振动、轴承温度、变频', en: 'Inlet and outlet pressure, flow, vibration, bearing temperature, drive' },
  basis: { zh: '振动限值按 ISO 10816-7（Ⅱ 类，200 kW 以下）：5.1 mm/s 报警，8.5 mm/s 停机。其余为建议值。', en: 'Vibration by ISO 10816-7 (category II, up to 200 kW): alarm at 5.1 mm/s, trip at 8.5. The rest is a proposal.' },
  model: {
    metrics: [
      stateOf('running', 'idle', 'stopped', 'fault'),
      gauge(['inlet_pressure_mpa', '进口压力', 'Inlet pressure'], 'MPa', [-0.1, 1.6]),
      gauge(['outlet_pressure_mpa', '出口压力', 'Outlet pressure'], 'MPa', [0, 4]),
      gauge(['flow_m3_h', '流量', 'Flow'], 'm³/h', [0, 2_000]),
      gauge(['vibration_mm_s', '振动烈度', 'Vibration'], 'mm/s', [0, 30]),
      gauge(['bearing_temp_c', '轴承温度', 'Bearing temperature'], '°C', [0, 110]),
      gauge(['winding_temp_c', '绕组温度', 'Winding temperature'], '°C', [0, 160]),
      gauge(['motor_current_a', '电机电流', 'Motor current'], 'A', [0, 500]),
      gauge(['drive_frequency_hz', '变频频率', 'Drive frequency'], 'Hz', [0, 60]),
      flag(['seal_leaking', '机封', 'Seal'], ['泄漏', 'leaking'], ['正常', 'tight']),
      power(['power_kw', '有功功率', 'Active power'], [0, 200]),
      register(['energy_kwh', '累计电量', 'Energy meter'], 'kWh'),
      register(['running_hours', '运行小时', 'Running hours'], 'h'),
    ],
    attributes: [...NAMEPLATE, rated(['rated_flow_m3_h', '额定流量', 'Rated flow'], 'm³/h'), rated(['rated_head_m', '额定扬程', 'Rated head'], 'm')],
    commands: [command(['start', '启动', 'Start']), command(['stop', '停机', 'Stop']), command(['set_frequency', '设定频率', 'Set frequency'], amount(['hz', '频率', 'Frequency'], 'Hz', [20, 50]))],
    events: [FAULT, event(['dry_running', '干转', 'Dry running'], 'error')],
    alarms: [
      IN_FAULT,
      above(['shaking', '振动偏大', 'Vibrates'], 'vibration_mm_s', 5.1, 300, 'major'),
      above(['shaking-hard', '振动过大', 'Vibrates hard'], 'vibration_mm_s', 8.5, 30, 'critical'),
      above(['bearing-hot', '轴承温度高', 'Bearing hot'], 'bearing_temp_c', 80, 300, 'major'),
      below(['inlet-low', '进口压力低', 'Inlet pressure low'], 'inlet_pressure_mpa', -0.05, 30, 'major'),
      at(['seal-leaking', '机封泄漏', 'Seal leaking'], 'seal_leaking', true, 60, 'minor'),
    ],
  },
};
