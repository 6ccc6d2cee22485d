import { cny } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';
import { exactCost, milliwattHours, roundedFen } from './exact-cost.js';

/**
 * What an amount of energy costs, rounded once, at the end, halves up to the fen.
 * @param energyKwh ≥ 0, taken to the nearest milliwatt-hour
 * @param yuanPer10000Kwh price in whole yuan per 10 000 kWh
 */
export function energyCost(energyKwh: number, yuanPer10000Kwh: number): Money {
  return cny(roundedFen(exactCost(milliwattHours(energyKwh), yuanPer10000Kwh)));
}
