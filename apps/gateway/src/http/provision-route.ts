import type { FastifyInstance } from 'fastify';
import type { Provisioning } from '../provisioning/provisioning.js';

/** `POST /api/v1/provision`: a machine without credentials asks for some. The answer is ThingsBoard's, under 200 whatever it says. @see https://thingsboard.io/docs/reference/http-api/provisioning/ */
export function addProvisionPath(app: FastifyInstance, provisioning: Provisioning): void {
  app.post('/api/v1/provision', (request) => provisioning.answer(Buffer.isBuffer(request.body) ? request.body.toString() : '', request.ip));
}
