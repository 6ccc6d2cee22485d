import { ApiError, type ErrorFacts } from '../errors/api-error';

interface GraphQlFault {
  readonly message?: string;
  readonly extensions?: { readonly code?: string; readonly details?: ErrorFacts };
}

interface GraphQlAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly GraphQlFault[];
}

/** An error as the api's REST doors write it. */
interface RestFault {
  readonly error?: { readonly code?: string; readonly message?: string; readonly details?: ErrorFacts };
}

export function faultOf(fault: GraphQlFault | undefined): ApiError {
  return new ApiError(fault?.extensions?.code ?? 'INTERNAL', fault?.extensions?.details ?? {}, fault?.message);
}

function isOverdue(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'TimeoutError';
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (thrown) {
    if (isOverdue(thrown)) throw new ApiError('PLATFORM.UNAVAILABLE');
    throw new ApiError(response.status >= 502 ? 'PLATFORM.UNAVAILABLE' : 'INTERNAL', { status: response.status });
  }
}

/** Data of a GraphQL answer. @throws ApiError with the first error's code */
export async function readGraphQl<Result>(response: Response): Promise<Result> {
  const answer = (await json(response)) as GraphQlAnswer<Result>;
  if (answer.errors?.length) throw faultOf(answer.errors[0]);
  if (answer.data === undefined || answer.data === null) throw new ApiError('INTERNAL');
  return answer.data;
}

/** Body of a REST answer. @throws ApiError with its code */
export async function readRest(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  const body = await json(response);
  if (response.ok) return body;
  const fault = (body as RestFault).error;
  throw new ApiError(fault?.code ?? 'INTERNAL', fault?.details ?? {}, fault?.message);
}

/** Turns a fetch that never got an answer into the code for it; one that waited too long met a platform that does not answer. An aborted fetch stays what it is. */
export function asUnreachable(thrown: unknown): never {
  if (isOverdue(thrown)) throw new ApiError('PLATFORM.UNAVAILABLE');
  if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
  if (thrown instanceof TypeError) throw new ApiError('NETWORK.UNREACHABLE');
  throw thrown;
}
