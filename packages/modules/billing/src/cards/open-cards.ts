import { conflict, type AppError } from '@tenon/kernel';
import { CardGateway } from './card-gateway.js';
import { StripeCards, type StripeSettings } from './stripe-cards.js';

const off = (): AppError => conflict('CARD.OFF', 'This platform takes no cards.');

/** Where no payment service is set up. */
class NoCards extends CardGateway {
  readonly isOn = false;

  checkout(): Promise<never> {
    return Promise.reject(off());
  }

  refund(): Promise<never> {
    return Promise.reject(off());
  }

  read(): never {
    throw off();
  }
}

/** The payment service, as the environment sets it up; null: none. */
export function openCards(settings: StripeSettings | null): Promise<CardGateway> {
  return settings ? StripeCards.open(settings) : Promise.resolve(new NoCards());
}
