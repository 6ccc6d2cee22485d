import { Controller, Headers, HttpCode, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { OpenToAll } from '@tenon/nest';
import { TakeCardEvent } from '../application/take-card-event.js';

/** Where the payment service tells what became of money, over plain HTTP, as it does everywhere. */
@Controller('api/webhooks')
export class CardEventController {
  constructor(private readonly events: TakeCardEvent) {}

  /** The body is taken as it came, byte by byte: the signature is over that. @throws AppError (invalid) CARD.SIGNATURE; (conflict) CARD.OFF */
  @Post('stripe')
  @HttpCode(200)
  @OpenToAll('its signature says whose it is')
  async take(@Req() { rawBody }: RawBodyRequest<object>, @Headers('stripe-signature') signature?: string): Promise<{ readonly received: true }> {
    await this.events.execute(rawBody ?? Buffer.alloc(0), signature ?? '');
    return { received: true };
  }
}
