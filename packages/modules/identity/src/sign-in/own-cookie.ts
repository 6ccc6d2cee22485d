/** 32 random bytes in base64url, as every token here is. */
const TOKEN = /^[\w-]{43}$/;

/** A cookie of ours beside better-auth's: for the sign-in routes alone, and out of reach of scripts and of other sites' requests. */
class OwnCookie {
  private readonly name: string;
  private readonly attributes: string;

  /** @param publicUrl the portal's address; over https the cookie goes over nothing else */
  constructor(
    name: string,
    readonly publicUrl: string,
    sameSite: 'Strict' | 'Lax' = 'Strict',
  ) {
    const isSecure = publicUrl.startsWith('https:');
    this.name = `${isSecure ? '__Secure-' : ''}tenon.${name}`;
    this.attributes = `Path=/api/auth; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`;
  }

  /** A `Set-Cookie` that holds the token for so long; with no time, one that takes it away. */
  holding(token: string, maxAgeS: number): string {
    return `${this.name}=${token}; Max-Age=${maxAgeS}; ${this.attributes}`;
  }

  /** The token in a request's cookies; empty where there is none. */
  tokenIn(cookies: string): string {
    const token = cookies.split(/; */).find((each) => each.startsWith(`${this.name}=`))?.slice(this.name.length + 1) ?? '';
    return TOKEN.test(token) ? token : '';
  }
}

/** What a browser holds between password and second step. It opens nothing by itself. */
export class StepCookie extends OwnCookie {
  constructor(publicUrl: string) {
    super('second_step', publicUrl);
  }
}

/** By what a browser is known that comes back from the provider of its company: it comes from another site, so the cookie may be sent along then. */
export class SsoCookie extends OwnCookie {
  constructor(publicUrl: string) {
    super('sso', publicUrl, 'Lax');
  }
}

/** By what a browser is known again. */
export class DeviceCookie extends OwnCookie {
  constructor(publicUrl: string) {
    super('device', publicUrl);
  }
}
