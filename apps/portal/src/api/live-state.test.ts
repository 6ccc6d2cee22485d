import { describe, expect, it } from '@jest/globals';
import { LiveStatus } from './live-state';

describe('LiveStatus', () => {
  it('tells that the connection came back only after a loss', () => {
    const status = new LiveStatus();
    let returns = 0;
    status.onReturn(() => (returns += 1));
    status.set('connecting');
    status.set('open');
    expect(returns).toBe(0);
    status.set('lost');
    status.set('connecting');
    expect(status.state).toBe('lost');
    status.set('open');
    expect(returns).toBe(1);
  });

  it('calls listeners on a change and not otherwise', () => {
    const status = new LiveStatus();
    const seen: string[] = [];
    const stop = status.subscribe(() => seen.push(status.state));
    status.set('connecting');
    status.set('connecting');
    status.set('open');
    stop();
    status.set('lost');
    expect(seen).toEqual(['connecting', 'open']);
  });
});
