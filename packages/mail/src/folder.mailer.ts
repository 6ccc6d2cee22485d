import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { Mailer, type Mail } from './mailer.js';

/** Writes each mail as an `.eml` file, for installations that have no mail server yet. */
export class FolderMailer extends Mailer {
  override readonly isDelivering = false;
  private readonly transport = createTransport({ streamTransport: true, buffer: true });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  override async send({ id, to, subject, text }: Mail): Promise<void> {
    const { message } = await this.transport.sendMail({ from: this.from, to, subject, text, messageId: `<${id}@tenon>` });
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(path.join(this.folder, `${id}.eml`), message as Buffer, { mode: 0o600 });
  }
}
