import { createTransport, type Transporter } from 'nodemailer';
import { Mailer, type Mail } from './mailer.js';

/** Hands mail to an SMTP server, `smtp(s)://user:password@host:port`. */
export class SmtpMailer extends Mailer {
  override readonly isDelivering = true;
  private readonly transport: Transporter;

  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport(smtpUrl);
  }

  override async send({ id, to, subject, text }: Mail): Promise<void> {
    await this.transport.sendMail({ from: this.from, to, subject, text, messageId: `<${id}@tenon>` });
  }
}
