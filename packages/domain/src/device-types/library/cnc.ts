import { above, command, count, event, FAULT, gauge, IN_FAULT, NAMEPLATE, power, register, stateOf, text, told, word, type LibraryType } from './build.js';

/** CNC machine tool. What is told follows MTConnect's data items (ANSI/MTC1.4: execution, path feedrate, spindle speed and load, part count, program); ranges are a proposal for machining centres and lathes. */
export const CNC: LibraryType = {
  key: 'cnc',
  name: { zh: '数控机床', en: 'CNC machine tool' },
  description: { zh: '主轴转速与负载、进给、程序、工件数、能耗', en: 'Spindle speed and load, feed, program, parts, energy' },
  basis: { zh: '数据项参照 MTConnect。量程和报警为建议值，主轴振动限值请按机床厂家。', en: 'Data items after MTConnect. Ranges and alarms are a proposal; take the spindle’s vibration limit from its maker.' },
  model: {
    metrics: [
      stateOf('running', 'idle', 'stopped', 'fault', 'changeover'),
      text(['program', '加工程序', 'Program']),
      text(['tool', '当前刀具', 'Tool in use']),
      count(['part_count', '工件数', 'Parts']),
      gauge(['spindle_speed_rpm', '主轴转速', 'Spindle speed'], 'rpm', [0, 30_000]),
      gauge(['spindle_load_pct', '主轴负载', 'Spindle load'], '%', [0, 150]),
      gauge(['feed_rate_mm_min', '进给速度', 'Feed rate'], 'mm/min', [0, 60_000]),
      gauge(['feed_override_pct', '进给倍率', 'Feed override'], '%', [0, 200]),
      gauge(['spindle_temp_c', '主轴温度', 'Spindle temperature'], '°C', [0, 90]),
      gauge(['spindle_vibration_mm_s', '主轴振动', 'Spindle vibration'], 'mm/s', [0, 20]),
      gauge(['coolant_level_pct', '冷却液液位', 'Coolant level'], '%', [0, 100]),
      power(['power_kw', '有功功率', 'Active power'], [0, 100]),
      register(['energy_kwh', '累计电量', 'Energy meter'], 'kWh'),
      register(['spindle_hours', '主轴工时', 'Spindle hours'], 'h'),
    ],
    attributes: [...NAMEPLATE, told(['controller', '数控系统', 'Controller'])],
    commands: [command(['reset_counters', '工件清零', 'Reset part count'])],
    events: [FAULT, event(['program_ended', '程序结束', 'Program ended'], 'info', word(['program', '程序', 'Program'])), event(['tool_worn', '刀具到寿命', 'Tool worn'], 'alert', word(['tool', '刀具', 'Tool']))],
    alarms: [
      IN_FAULT,
      above(['spindle-loaded', '主轴负载偏高', 'Spindle loaded'], 'spindle_load_pct', 110, 60, 'minor'),
      above(['spindle-overloaded', '主轴过载', 'Spindle overloaded'], 'spindle_load_pct', 130, 10, 'major'),
      above(['spindle-hot', '主轴温度高', 'Spindle hot'], 'spindle_temp_c', 65, 300, 'major'),
      above(['spindle-shaking', '主轴振动大', 'Spindle vibrates'], 'spindle_vibration_mm_s', 4.5, 60, 'major'),
    ],
  },
};
