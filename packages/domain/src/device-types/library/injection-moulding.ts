import { above, below, command, amount, count, event, FAULT, gauge, IN_FAULT, NAMEPLATE, power, rated, register, stateOf, text, word, type LibraryType } from './build.js';

/**
 * Injection moulding machine. Metrics are what EUROMAP 77 exposes of a machine and its job (OPC 40077); ranges are a proposal for servo-hydraulic
 * machines of 80–650 t that process commodity plastics, to be narrowed by material and mould.
 */
export const INJECTION_MOULDING: LibraryType = {
  key: 'injection-moulding',
  name: { zh: '注塑机', en: 'Injection moulding machine' },
  description: { zh: '料筒、模具、油温，周期，良品与废品，能耗', en: 'Barrel, mould and oil temperatures, cycle, good and scrap parts, energy' },
  basis: { zh: '指标参照 EUROMAP 77（OPC 40077）。量程和报警为建议值，请按材料和模具收窄。', en: 'Metrics after EUROMAP 77 (OPC 40077). Ranges and alarms are a proposal: narrow them for material and mould.' },
  model: {
    metrics: [
      stateOf('running', 'idle', 'stopped', 'fault', 'changeover'),
      gauge(['cycle_time_s', '成型周期', 'Cycle time'], 's', [0, 300]),
      count(['good_count', '良品数', 'Good parts']),
      count(['scrap_count', '废品数', 'Scrap parts']),
      gauge(['barrel_temp_1_c', '料筒一段温度', 'Barrel zone 1'], '°C', [0, 400]),
      gauge(['barrel_temp_2_c', '料筒二段温度', 'Barrel zone 2'], '°C', [0, 400]),
      gauge(['barrel_temp_3_c', '料筒三段温度', 'Barrel zone 3'], '°C', [0, 400]),
      gauge(['barrel_temp_4_c', '喷嘴温度', 'Nozzle'], '°C', [0, 400]),
      gauge(['mould_temp_c', '模具温度', 'Mould temperature'], '°C', [0, 180]),
      gauge(['oil_temp_c', '油温', 'Oil temperature'], '°C', [0, 80]),
      gauge(['hydraulic_pressure_bar', '系统压力', 'Hydraulic pressure'], 'bar', [0, 250]),
      gauge(['injection_pressure_bar', '注射压力', 'Injection pressure'], 'bar', [0, 2_500]),
      gauge(['screw_position_mm', '螺杆位置', 'Screw position'], 'mm', [0, 500]),
      power(['power_kw', '有功功率', 'Active power'], [0, 300]),
      register(['energy_kwh', '累计电量', 'Energy meter'], 'kWh'),
      text(['job', '生产任务', 'Job']),
    ],
    attributes: [...NAMEPLATE, rated(['clamp_force_t', '锁模力', 'Clamping force'], 't'), rated(['screw_diameter_mm', '螺杆直径', 'Screw diameter'], 'mm')],
    commands: [command(['reset_counters', '产量清零', 'Reset counters']), command(['stop_after_cycle', '本模后停机', 'Stop after this cycle']), command(['set_target_count', '设定目标产量', 'Set target count'], amount(['count', '件数', 'Parts'], null, [1, null]))],
    events: [FAULT, event(['mould_changed', '换模完成', 'Mould changed'], 'info', word(['mould', '模具编号', 'Mould']))],
    alarms: [
      IN_FAULT,
      // Oil ages fast and seals harden above some 55–60 °C; machines mostly stop themselves at 65.
      above(['oil-warm', '油温偏高', 'Oil warm'], 'oil_temp_c', 55, 300, 'minor'),
      above(['oil-hot', '油温过高', 'Oil hot'], 'oil_temp_c', 62, 60, 'major'),
      above(['barrel-hot', '料筒温度过高', 'Barrel too hot'], 'barrel_temp_3_c', 330, 60, 'major'),
      below(['oil-cold', '油温偏低', 'Oil cold'], 'oil_temp_c', 15, 600, 'warning'),
      above(['cycle-slow', '周期过长', 'Cycle slow'], 'cycle_time_s', 180, 600, 'warning'),
    ],
  },
};
