/** The portal's address as people type it, where links in mails lead. */
export class PublicUrl {
  constructor(readonly href: string) {}
}
