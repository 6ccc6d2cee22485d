/** The cookie that a browser holds between password and second step. It opens nothing by itself. */
export class StepCookie {
  private readonly name: string;
  private readonly attributes: string;

  /** @param publicUrl the portal's address; over https the cookie goes over nothing else */
  constructor(publicUrl: string) {
    const isSecure = publicUrl.startsWith('https:');
    this.name = isSecure ? '__Secure-tenon.second_step' : 'tenon.second_step';
    this.attributes = `Path=/api/auth; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  }

  /** A `Set-Cookie` that holds the token for so long; with no time, one that takes it away. */
  holding(token: string, maxAgeS: number): string {
    return `${this.name}=${token}; Max-Age=${maxAgeS}; ${this.attributes}`;
  }

  /** The token in a request's cookies; empty where there is none. */
  tokenIn(cookies: string): string {
    return cookies.split(/; */).find((each) => each.startsWith(`${this.name}=`))?.slice(this.name.length + 1) ?? '';
  }
}
