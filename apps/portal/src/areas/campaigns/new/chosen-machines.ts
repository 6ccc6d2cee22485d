import type { MachineSelectionInput } from '../../../generated/documents';

const KEPT_AS = 'tenon.campaign-machines';

/** Keeps the machines that were chosen in a list for a campaign of them, in this tab alone: five hundred ids are too long for an address. @returns where the campaign is begun */
export function campaignOf({ machines }: { readonly machines: MachineSelectionInput }): string {
  sessionStorage.setItem(KEPT_AS, JSON.stringify(machines));
  return '/machines/campaigns/new?machines=chosen';
}

/** What was kept; undefined where nothing was, as in a tab to which the address was copied. */
export function chosenMachines(): MachineSelectionInput | undefined {
  const kept = sessionStorage.getItem(KEPT_AS);
  return kept === null ? undefined : (JSON.parse(kept) as MachineSelectionInput);
}
