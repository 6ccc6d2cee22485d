import { above, at, below, command, amount, event, FAULT, flag, gauge, IN_FAULT, NAMEPLATE, power, rated, register, stateOf, text, word, type LibraryType } from './build.js';

/**
 * Heat-treatment furnace. The deviation's alarm is ±10 °C, class III of the effective working zone by GB/T 9452-2012 (I ±3, II ±5, III ±10, IV ±15);
 * ranges are a proposal for resistance furnaces up to 1,200 °C.
 */
export const FURNACE: LibraryType = {
  key: 'furnace',
  name: { zh: '工业炉', en: 'Furnace' },
  description: { zh: '炉温与设定、均匀性、炉压、气氛、能耗', en: 'Temperature and setpoint, uniformity, pressure, atmosphere, energy' },
  basis: { zh: '温度偏差报警取 ±10 °C，即 GB/T 9452-2012 的 Ⅲ 类炉。其余为建议值，适用于 1200 °C 以下的电阻炉。', en: 'The deviation’s alarm is ±10 °C, class III of GB/T 9452-2012. The rest is a proposal for resistance furnaces up to 1,200 °C.' },
  model: {
    metrics: [
      stateOf('running', 'idle', 'stopped', 'fault'),
      text(['recipe', '工艺', 'Recipe']),
      gauge(['furnace_temp_c', '炉温', 'Furnace temperature'], '°C', [0, 1_200]),
      gauge(['setpoint_c', '设定温度', 'Setpoint'], '°C', [0, 1_200]),
      gauge(['deviation_c', '温度偏差', 'Deviation'], '°C', [-50, 50]),
      gauge(['spread_c', '炉温均匀性', 'Spread over zones'], '°C', [0, 50]),
      gauge(['furnace_pressure_pa', '炉压', 'Furnace pressure'], 'Pa', [-50, 200]),
      gauge(['oxygen_pct', '氧含量', 'Oxygen'], '%', [0, 21]),
      gauge(['carbon_potential_pct', '碳势', 'Carbon potential'], '%', [0, 1.6]),
      gauge(['cooling_water_temp_c', '冷却水温度', 'Cooling water'], '°C', [0, 60]),
      flag(['door_closed', '炉门', 'Door'], ['关闭', 'closed'], ['打开', 'open']),
      power(['power_kw', '有功功率', 'Active power'], [0, 500]),
      register(['energy_kwh', '累计电量', 'Energy meter'], 'kWh'),
      register(['gas_m3', '燃气用量', 'Gas meter'], 'm³'),
    ],
    attributes: [...NAMEPLATE, rated(['rated_temp_c', '额定温度', 'Rated temperature'], '°C'), rated(['load_limit_kg', '最大装炉量', 'Largest load'], 'kg')],
    commands: [command(['set_temperature', '设定温度', 'Set temperature'], amount(['target_c', '目标温度', 'Target'], '°C', [0, 1_200])), command(['hold', '保温', 'Hold'], amount(['minutes', '时长', 'For'], 'min', [1, 2_880]))],
    events: [FAULT, event(['batch_ended', '出炉', 'Batch out'], 'info', word(['batch', '批次', 'Batch']))],
    alarms: [
      IN_FAULT,
      above(['too-hot', '炉温高于设定', 'Above setpoint'], 'deviation_c', 10, 300, 'major'),
      below(['too-cold', '炉温低于设定', 'Below setpoint'], 'deviation_c', -10, 900, 'minor'),
      above(['over-temperature', '超温', 'Over-temperature'], 'furnace_temp_c', 1_150, 10, 'critical'),
      above(['uneven', '炉温不均匀', 'Uneven'], 'spread_c', 20, 900, 'minor'),
      above(['cooling-water-hot', '冷却水温高', 'Cooling water hot'], 'cooling_water_temp_c', 45, 60, 'major'),
      at(['door-open', '炉门久开', 'Door left open'], 'door_closed', false, 300, 'warning'),
    ],
  },
};
