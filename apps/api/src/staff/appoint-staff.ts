import type { CommandContext } from '../commands/command.js';
import { newPassword, readAppointment } from './appointment.js';

/** Appoints who the arguments name, and says how they sign in. @throws AppError (invalid) STAFF.ARGUMENTS, STAFF.ROLE, and those of AppointStaff */
export async function appointStaff({ args, databaseUrl, input, say }: CommandContext): Promise<true> {
  const { isPasswordGiven, ...whom } = readAppointment(args);
  const url = databaseUrl();
  const password = isPasswordGiven ? (await input()).replace(/\r?\n[^]*$/, '') : newPassword();
  // Loaded late: a wrong argument is refused before what stands before a database is loaded.
  const { appointOnDatabase } = await import('./appoint-on-database.js');
  const { isPasswordSet } = await appointOnDatabase(url, { ...whom, password });
  say(`${whom.email} is ${whom.role} of the platform office.`);
  if (!isPasswordSet) say('The password stays as it was.');
  else if (!isPasswordGiven) say(`Password: ${password}\nIt is shown only here. To choose another, ask for a link at the sign-in page.`);
  return true;
}
