import { above, at, command, amount, count, FAULT, event, flag, gauge, IN_FAULT, NAMEPLATE, power, rated, register, stateOf, type LibraryType } from './build.js';

/** Belt or roller conveyor within a plant. All of its bounds are a proposal; a vibration of 4.5 mm/s is where zone C begins for flexibly mounted machines of 15–300 kW (ISO 20816-3:2022). */
export const CONVEYOR: LibraryType = {
  key: 'conveyor',
  name: { zh: '输送线', en: 'Conveyor' },
  description: { zh: '速度、通过件数、跑偏与堵料、电机电流与温度', en: 'Speed, items passed, drift and jam, motor current and temperature' },
  basis: { zh: '全部为建议值；减速机振动限值参照 ISO 20816-3（柔性支承，4.5 mm/s）。急停和拉绳开关必须独立于平台。', en: 'All a proposal; the gearbox’s vibration after ISO 20816-3 (flexible support, 4.5 mm/s). Emergency stops must not depend on the platform.' },
  model: {
    metrics: [
      stateOf('running', 'idle', 'stopped', 'fault'),
      gauge(['speed_m_min', '线速度', 'Speed'], 'm/min', [0, 120]),
      count(['item_count', '通过件数', 'Items passed']),
      gauge(['motor_current_a', '电机电流', 'Motor current'], 'A', [0, 100]),
      gauge(['motor_temp_c', '电机温度', 'Motor temperature'], '°C', [0, 130]),
      gauge(['gearbox_vibration_mm_s', '减速机振动', 'Gearbox vibration'], 'mm/s', [0, 20]),
      flag(['jammed', '堵料', 'Jam'], ['堵料', 'jammed'], ['畅通', 'clear']),
      flag(['drifting', '跑偏', 'Belt drift'], ['跑偏', 'drifting'], ['正常', 'straight']),
      flag(['emergency_stopped', '急停', 'Emergency stop'], ['已按下', 'pressed'], ['未按下', 'released']),
      power(['power_kw', '有功功率', 'Active power'], [0, 55]),
      register(['energy_kwh', '累计电量', 'Energy meter'], 'kWh'),
      register(['running_hours', '运行小时', 'Running hours'], 'h'),
    ],
    attributes: [...NAMEPLATE, rated(['length_m', '长度', 'Length'], 'm'), rated(['rated_speed_m_min', '额定速度', 'Rated speed'], 'm/min')],
    commands: [command(['start', '启动', 'Start']), command(['stop', '停机', 'Stop']), command(['set_speed', '设定速度', 'Set speed'], amount(['m_min', '线速度', 'Speed'], 'm/min', [0, 120]))],
    events: [FAULT, event(['rope_pulled', '拉绳开关动作', 'Pull cord'], 'error')],
    alarms: [
      IN_FAULT,
      at(['jammed', '堵料', 'Jam'], 'jammed', true, 10, 'major'),
      at(['drifting', '皮带跑偏', 'Belt drifts'], 'drifting', true, 30, 'minor'),
      at(['emergency-stop', '急停按下', 'Emergency stop'], 'emergency_stopped', true, 0, 'critical'),
      above(['motor-hot', '电机温度高', 'Motor hot'], 'motor_temp_c', 95, 120, 'major'),
      above(['gearbox-shaking', '减速机振动大', 'Gearbox vibrates'], 'gearbox_vibration_mm_s', 4.5, 300, 'minor'),
    ],
  },
};
