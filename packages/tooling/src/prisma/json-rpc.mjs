// @ts-check
import { createInterface } from 'node:readline';
import { describeEngineError, isPanic } from './wasm-engine.mjs';

/**
 * @typedef {{ id: number, method: string, params?: Record<string, unknown> }} Request
 * @typedef {import('./engine-methods.mjs').CallMethod} CallMethod
 */

/** JSON-RPC code of the native engine for every failure but a malformed request. */
const ENGINE_FAILURE = 4466;

/** Ids of our own requests to the CLI, which numbers its own from 1. */
const FIRST_PRINT_ID = 1_000_000;

/**
 * Serves the CLI's requests, one line of JSON each, strictly one after the other.
 * The CLI ends with exit code 0 when its engine leaves without having answered, so every request is answered:
 * `failAll` is for when the engine can no longer do it itself.
 */
export class JsonRpcServer {
  /** @type {Set<number>} */
  #unanswered = new Set();
  #printId = FIRST_PRINT_ID;
  #output;
  #call;

  #onPanic;

  /**
   * @param {NodeJS.WritableStream} output
   * @param {CallMethod} call
   * @param {(error: unknown) => void} onPanic a call trapped: the engine behind `call` is not to be used again
   */
  constructor(output, call, onPanic) {
    this.#output = output;
    this.#call = call;
    this.#onPanic = onPanic;
  }

  /**
   * @param {NodeJS.ReadableStream} input
   * @returns {Promise<void>} when the input has ended and every request is answered
   */
  async serve(input) {
    let last = Promise.resolve();
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const request = readRequest(line);
      if (!request) continue;
      this.#unanswered.add(request.id);
      last = last.then(() => this.#answer(request));
    }
    await last;
  }

  get isAnswerOwed() {
    return this.#unanswered.size > 0;
  }

  /**
   * Answers whatever is still open with this error.
   * @param {unknown} error
   */
  failAll(error) {
    for (const id of this.#unanswered) this.#fail(id, error);
  }

  /** @param {Request} request */
  async #answer({ id, method, params }) {
    try {
      const result = await this.#call(method, params, (text) => this.#print(text));
      this.#settle(id, { result });
    } catch (error) {
      this.#fail(id, error);
      if (isPanic(error)) this.#onPanic(error);
    }
  }

  /**
   * @param {number} id
   * @param {unknown} error
   */
  #fail(id, error) {
    const code = /** @type {{ code?: unknown } | null} */ (error)?.code;
    // A panic is not marked as one: the CLI would offer to send it to Prisma as their engine's, and with no one at the
    // keyboard that question is never answered and the CLI ends with exit code 0.
    const data = { is_panic: false, message: describeEngineError(error), meta: null, ...(code ? { error_code: String(code) } : {}) };
    this.#settle(id, { error: { code: ENGINE_FAILURE, message: data.message, data } });
  }

  /**
   * @param {number} id
   * @param {object} outcome
   */
  #settle(id, outcome) {
    if (this.#unanswered.delete(id)) this.#send({ id, ...outcome });
  }

  /** @param {string} content */
  #print(content) {
    this.#send({ id: this.#printId++, method: 'print', params: { content } });
  }

  /** @param {object} message */
  #send(message) {
    this.#output.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }
}

/**
 * @param {string} line
 * @returns {Request | undefined} undefined for an empty line and for the CLI's answers to our own requests
 */
function readRequest(line) {
  if (line.trim() === '') return undefined;
  const message = JSON.parse(line);
  return typeof message.method === 'string' ? message : undefined;
}
