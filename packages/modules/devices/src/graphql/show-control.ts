import { commandStateAt } from '@tenon/domain/control';
import type { CommandFailure, CommandState as ShownState } from '@tenon/graphql/resolvers';
import { instantText } from '@tenon/kernel';
import type { Control } from '../application/read-control.js';
import type { CommandRow } from '../persistence/command.repository.js';
import type { SparkplugSessionRow } from '../persistence/sparkplug-session.repository.js';

const textOf = (at: Date | null): string | null => at && instantText(at);

/** A command in the words of the schema, as it is now. */
export function showCommand({ id, deviceId, number, method, params, expectsAnswer, timeoutMs, expiresAt, state, dueAt, createdAt, authorId, authorName, sentAt, deliveredAt, settledAt, answer, failure }: CommandRow) {
  const now = commandStateAt(state, dueAt?.getTime() ?? null, Date.now());
  return {
    id,
    deviceId,
    number,
    method,
    params,
    expectsAnswer,
    timeoutMs,
    state: now.toUpperCase().replace('-', '_') as ShownState,
    createdAt: instantText(createdAt),
    expiresAt: instantText(expiresAt),
    authorId,
    authorName,
    sentAt: textOf(sentAt),
    deliveredAt: textOf(deliveredAt),
    settledAt: textOf(now === state ? settledAt : dueAt),
    answer,
    failure: failure === null ? null : (failure.toUpperCase().replace('-', '_') as CommandFailure),
  };
}

/** A Sparkplug session in the words of the schema. */
export function showSparkplug(session: SparkplugSessionRow | null) {
  return session && { ...session, bornAt: instantText(session.bornAt), diedAt: textOf(session.diedAt), metrics: [...session.metrics] };
}

/** A machine's state in the words of the schema. */
export function showControl({ deviceId, desiredVersion, reportedVersion, state }: Control) {
  return {
    deviceId,
    desiredVersion: desiredVersion.toString(),
    reportedVersion: reportedVersion.toString(),
    state: state.map(({ key, desired, reported, reportedAt, isApplied }) => ({
      key,
      desired: desired?.value ?? null,
      desiredVersion: desired?.version.toString() ?? null,
      desiredAt: textOf(desired?.at ?? null),
      reported: reported ?? null,
      reportedAt: textOf(reportedAt),
      isApplied,
    })),
  };
}
