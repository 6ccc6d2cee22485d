import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AppError, HTTP_STATUS, toAppError } from '@tenon/kernel';
import { RefusalCount, type Log } from '@tenon/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, noteRefusal } from './access-log.js';
import type { RequestContext } from './request-context.js';
import { LOG } from './tokens.js';

/** Turns anything thrown on a plain route into `{ error: { code, message, details } }`; GraphQL formats its own. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  constructor(
    @Inject(LOG) private readonly log: Log,
    private readonly refusals: RefusalCount,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return thrown;
    const error = thrown instanceof HttpException ? fromNest(thrown) : toAppError(thrown);
    if (error.kind === 'bug') this.log.error('http.bug', { error });
    this.refusals.count('http', error.code);
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest & RequestContext>();
    if (isRefusal(error)) void noteRefusal(this.log, `${request.method} ${request.routeOptions.url ?? ''}`, error, request);
    const reply = http.getResponse<FastifyReply>();
    const { waitS } = error.details;
    if (typeof waitS === 'number') void reply.header('retry-after', waitS);
    return reply.status(HTTP_STATUS[error.kind]).send({ error: { code: error.code, message: error.message, details: error.details } });
  }
}

function fromNest(exception: HttpException): AppError {
  const status = exception.getStatus();
  if (status === 404) return new AppError('not-found', 'HTTP.NOT_FOUND', 'There is nothing here.');
  if (status < 500) return new AppError('invalid', 'HTTP.BAD_REQUEST', exception.message);
  return toAppError(exception);
}
