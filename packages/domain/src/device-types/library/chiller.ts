import { above, below, command, amount, FAULT, flag, gauge, IN_FAULT, NAMEPLATE, power, rated, register, stateOf, event, type LibraryType } from './build.js';

/**
 * Water-cooled chiller. Nominal conditions by GB/T 18430.1-2007: chilled water leaves at 7 °C, cooling water enters at 30 °C; the alarms leave room around
 * these. Below 4 °C of leaving water the evaporator may freeze, where makers stop the machine: a proposal, as are the rest of the bounds.
 */
export const CHILLER: LibraryType = {
  key: 'chiller',
  name: { zh: '冷水机', en: 'Chiller' },
  description: { zh: '冷冻水与冷却水、冷媒压力、制冷量、能效', en: 'Chilled and cooling water, refrigerant pressures, cooling power, efficiency' },
  basis: { zh: '名义工况按 GB/T 18430.1：冷冻水出水 7 °C，冷却水进水 30 °C。报警为建议值，4 °C 以下防冻。', en: 'Nominal conditions by GB/T 18430.1: chilled water out 7 °C, cooling water in 30 °C. Alarms are a proposal; below 4 °C it may freeze.' },
  model: {
    metrics: [
      stateOf('running', 'idle', 'stopped', 'fault'),
      gauge(['chilled_out_c', '冷冻水出水温度', 'Chilled water out'], '°C', [0, 30]),
      gauge(['chilled_in_c', '冷冻水回水温度', 'Chilled water in'], '°C', [0, 40]),
      gauge(['cooling_in_c', '冷却水进水温度', 'Cooling water in'], '°C', [5, 45]),
      gauge(['cooling_out_c', '冷却水出水温度', 'Cooling water out'], '°C', [5, 50]),
      gauge(['suction_pressure_mpa', '吸气压力', 'Suction pressure'], 'MPa', [0, 1.5]),
      gauge(['discharge_pressure_mpa', '排气压力', 'Discharge pressure'], 'MPa', [0, 3]),
      gauge(['chilled_flow_m3_h', '冷冻水流量', 'Chilled water flow'], 'm³/h', [0, 1_000]),
      gauge(['cooling_power_kw', '制冷量', 'Cooling power'], 'kW', [0, 3_500]),
      gauge(['cop', '能效比', 'COP'], null, [0, 12]),
      gauge(['load_pct', '负荷率', 'Load'], '%', [0, 110]),
      flag(['water_flowing', '水流开关', 'Flow switch'], ['有水流', 'flowing'], ['无水流', 'not flowing']),
      power(['power_kw', '有功功率', 'Active power'], [0, 700]),
      register(['energy_kwh', '累计电量', 'Energy meter'], 'kWh'),
      register(['running_hours', '运行小时', 'Running hours'], 'h'),
    ],
    attributes: [...NAMEPLATE, rated(['rated_cooling_kw', '名义制冷量', 'Rated cooling power'], 'kW'), { ...NAMEPLATE[1]!, key: 'refrigerant', name: { zh: '冷媒', en: 'Refrigerant' } }],
    commands: [command(['start', '启动', 'Start']), command(['stop', '停机', 'Stop']), command(['set_outlet', '设定出水温度', 'Set leaving water'], amount(['target_c', '出水温度', 'Leaving water'], '°C', [5, 20]))],
    events: [FAULT, event(['freeze_protection', '防冻保护', 'Freeze protection'], 'error')],
    alarms: [
      IN_FAULT,
      below(['freezing', '有冻结风险', 'May freeze'], 'chilled_out_c', 4, 30, 'critical'),
      above(['water-warm', '出水温度偏高', 'Leaving water warm'], 'chilled_out_c', 12, 900, 'minor'),
      above(['cooling-water-hot', '冷却水温高', 'Cooling water hot'], 'cooling_in_c', 34, 600, 'minor'),
      above(['discharge-high', '排气压力高', 'Discharge pressure high'], 'discharge_pressure_mpa', 1.9, 30, 'major'),
      below(['cop-low', '能效偏低', 'COP low'], 'cop', 3, 3_600, 'warning'),
    ],
  },
};
