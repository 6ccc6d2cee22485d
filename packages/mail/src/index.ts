/** Outgoing mail: an SMTP server, or a folder where none is configured. */
import { FolderMailer } from './folder.mailer.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp.mailer.js';

export { Mailer, type Mail } from './mailer.js';

/** The mailer the configuration asks for. */
export function createMailer(options: { smtpUrl?: string | undefined; folder: string; from: string }): Mailer {
  return options.smtpUrl ? new SmtpMailer(options.smtpUrl, options.from) : new FolderMailer(options.folder, options.from);
}
