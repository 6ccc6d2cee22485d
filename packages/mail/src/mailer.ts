/** One mail, in plain text. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mail. Sending the same mail twice may deliver it twice: SMTP knows no better. */
export abstract class Mailer {
  /** Whether a server takes the mail; otherwise it lands in a folder and stays readable in the platform office. */
  abstract readonly isDelivering: boolean;
  abstract send(mail: Mail): Promise<void>;
}
