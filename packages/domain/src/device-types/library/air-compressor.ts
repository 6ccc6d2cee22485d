import { above, at, below, command, amount, event, FAULT, flag, gauge, IN_FAULT, NAMEPLATE, power, rated, register, stateOf, word, type LibraryType } from './build.js';

/**
 * Oil-flooded screw compressor of some 0.8 MPa. Specific power after GB 19153-2019; the dew point's classes after ISO 8573-1:2010 (class 4: +3 °C or lower).
 * Temperatures are a proposal: makers mostly warn at 105 °C of discharge and stop at 110.
 */
export const AIR_COMPRESSOR: LibraryType = {
  key: 'air-compressor',
  name: { zh: '空压机', en: 'Air compressor' },
  description: { zh: '排气压力与温度、加载率、露点、比功率、保养小时', en: 'Discharge pressure and temperature, load, dew point, specific power, service hours' },
  basis: { zh: '露点按 ISO 8573-1:2010 第 4 级，比功率的算法见 GB 19153-2019。温度和压力为建议值，适用于 0.8 MPa 喷油螺杆机。', en: 'Dew point by ISO 8573-1:2010 class 4, specific power as GB 19153-2019 reckons it. Temperatures and pressures are a proposal for oil-flooded screw machines of 0.8 MPa.' },
  model: {
    metrics: [
      stateOf('running', 'idle', 'stopped', 'fault'),
      gauge(['discharge_pressure_mpa', '排气压力', 'Discharge pressure'], 'MPa', [0, 1.3]),
      gauge(['discharge_temp_c', '排气温度', 'Discharge temperature'], '°C', [0, 120]),
      gauge(['separator_drop_kpa', '油分压差', 'Separator pressure drop'], 'kPa', [0, 150]),
      gauge(['dew_point_c', '压力露点', 'Pressure dew point'], '°C', [-70, 40]),
      gauge(['flow_m3_min', '排气量', 'Air flow'], 'm³/min', [0, 60]),
      gauge(['specific_power', '比功率', 'Specific power'], 'kW/(m³/min)', [0, 15]),
      flag(['loaded', '加载', 'Loaded'], ['加载', 'loaded'], ['卸载', 'unloaded']),
      power(['power_kw', '有功功率', 'Active power'], [0, 315]),
      register(['energy_kwh', '累计电量', 'Energy meter'], 'kWh'),
      register(['running_hours', '运行小时', 'Running hours'], 'h'),
      register(['loaded_hours', '加载小时', 'Loaded hours'], 'h'),
    ],
    attributes: [...NAMEPLATE, rated(['rated_power_kw', '额定功率', 'Rated power'], 'kW'), rated(['service_interval_h', '保养间隔', 'Service interval'], 'h', 'platform')],
    commands: [command(['start', '启动', 'Start']), command(['stop', '停机', 'Stop']), command(['set_pressure', '设定压力', 'Set pressure'], amount(['load_mpa', '加载压力', 'Load at'], 'MPa', [0.4, 1.25]), amount(['unload_mpa', '卸载压力', 'Unload at'], 'MPa', [0.5, 1.3]))],
    events: [FAULT, event(['service_due', '该保养了', 'Service due'], 'alert', word(['item', '保养项目', 'Item']))],
    alarms: [
      IN_FAULT,
      above(['discharge-warm', '排气温度偏高', 'Discharge warm'], 'discharge_temp_c', 100, 60, 'minor'),
      above(['discharge-hot', '排气温度过高', 'Discharge hot'], 'discharge_temp_c', 105, 10, 'critical'),
      below(['pressure-low', '管网压力不足', 'Pressure low'], 'discharge_pressure_mpa', 0.55, 120, 'major'),
      above(['separator-clogged', '油分芯堵塞', 'Separator clogged'], 'separator_drop_kpa', 80, 300, 'minor'),
      above(['air-wet', '压缩空气含水', 'Air wet'], 'dew_point_c', 10, 600, 'minor'),
      at(['unloaded-long', '长时间空载', 'Unloaded for long'], 'loaded', false, 1_800, 'warning'),
    ],
  },
};
