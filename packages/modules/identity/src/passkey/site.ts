/** The site for which passkeys are made. */
export class PasskeySite {
  /** Its domain, to which a passkey is bound for ever. */
  readonly rpId: string;
  readonly origin: string;

  /** @param publicUrl the portal's address as people type it; a passkey of it works at no other */
  constructor(publicUrl: string) {
    const { hostname, origin } = new URL(publicUrl);
    this.rpId = hostname;
    this.origin = origin;
  }
}
