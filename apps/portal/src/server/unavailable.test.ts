import { describe, expect, it } from '@jest/globals';
import { unavailableBody } from './unavailable';

describe('unavailableBody', () => {
  it('speaks GraphQL where GraphQL was asked', () => {
    expect(JSON.parse(unavailableBody('/graphql'))).toMatchObject({ errors: [{ extensions: { code: 'PLATFORM.UNAVAILABLE' } }] });
  });

  it('speaks the REST shape elsewhere', () => {
    expect(JSON.parse(unavailableBody('/api/auth/sign-in'))).toMatchObject({ error: { code: 'PLATFORM.UNAVAILABLE' } });
  });
});
