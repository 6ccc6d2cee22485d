import { above, at, below, command, amount, count, event, FAULT, flag, gauge, IN_FAULT, NAMEPLATE, power, rated, register, stateOf, word, type LibraryType } from './build.js';

/** Mechanical stamping press of up to some 400 t. Load is told in parts of the nominal force, as load monitors show it; ranges are a proposal. */
export const STAMPING_PRESS: LibraryType = {
  key: 'stamping-press',
  name: { zh: '冲床', en: 'Stamping press' },
  description: { zh: '冲次、吨位负载、滑块与离合器、润滑、产量', en: 'Strokes, tonnage, slide and clutch, lubrication, parts' },
  basis: { zh: '量程和报警为建议值；吨位以公称力的百分比计。它不能代替 GB 27607 要求的安全装置。', en: 'Ranges and alarms are a proposal; load is in per cent of the nominal force. It replaces none of the safeguards that GB 27607 demands.' },
  model: {
    metrics: [
      stateOf('running', 'idle', 'stopped', 'fault', 'changeover'),
      count(['stroke_count', '冲次', 'Strokes']),
      count(['good_count', '良品数', 'Good parts']),
      gauge(['stroke_rate_spm', '每分钟冲次', 'Stroke rate'], 'spm', [0, 600]),
      gauge(['tonnage_pct', '吨位负载', 'Tonnage'], '%', [0, 120]),
      gauge(['air_pressure_mpa', '离合器气压', 'Clutch air pressure'], 'MPa', [0, 1]),
      gauge(['bearing_temp_c', '轴承温度', 'Bearing temperature'], '°C', [0, 100]),
      gauge(['motor_current_a', '主电机电流', 'Main motor current'], 'A', [0, 400]),
      flag(['lubrication_ok', '润滑', 'Lubrication'], ['正常', 'in order'], ['异常', 'failing']),
      flag(['guard_closed', '光栅与护罩', 'Guard'], ['闭合', 'closed'], ['打开', 'open']),
      power(['power_kw', '有功功率', 'Active power'], [0, 150]),
      register(['energy_kwh', '累计电量', 'Energy meter'], 'kWh'),
    ],
    attributes: [...NAMEPLATE, rated(['nominal_force_t', '公称力', 'Nominal force'], 't'), rated(['slide_stroke_mm', '滑块行程', 'Slide stroke'], 'mm')],
    commands: [command(['stop_at_top', '上死点停机', 'Stop at top dead centre']), command(['set_target_count', '设定目标产量', 'Set target count'], amount(['count', '件数', 'Parts'], null, [1, null]))],
    events: [FAULT, event(['die_changed', '换模完成', 'Die changed'], 'info', word(['die', '模具编号', 'Die']))],
    alarms: [
      IN_FAULT,
      above(['overload', '吨位超载', 'Overload'], 'tonnage_pct', 100, 0, 'critical'),
      above(['load-high', '吨位偏高', 'Load high'], 'tonnage_pct', 90, 60, 'minor'),
      // Clutch and brake are mostly rated for 0.45–0.55 MPa; below 0.4 the clutch slips.
      below(['air-low', '气压不足', 'Air pressure low'], 'air_pressure_mpa', 0.4, 10, 'major'),
      above(['bearing-hot', '轴承温度高', 'Bearing hot'], 'bearing_temp_c', 70, 300, 'major'),
      at(['lubrication-failing', '润滑异常', 'Lubrication failing'], 'lubrication_ok', false, 30, 'major'),
    ],
  },
};
