/** Who issues invoices, and the account into which they are paid (对公账户), as the platform's operator sets them; empty texts where it did not. */
export class Payee {
  readonly name: string;
  readonly taxNumber: string;
  readonly addressAndPhone: string;
  readonly bank: string;
  readonly account: string;
  /** Whether the platform takes cards, too. */
  readonly takesCards: boolean;

  constructor({ name = '', taxNumber = '', addressAndPhone = '', bank = '', account = '', takesCards = false }: Partial<Payee> = {}) {
    this.name = name;
    this.taxNumber = taxNumber;
    this.addressAndPhone = addressAndPhone;
    this.bank = bank;
    this.account = account;
    this.takesCards = takesCards;
  }
}
