/**
 * What an operator allows on purpose, though it is not public: a host, or a host with its port. There plain HTTP and every
 * address will do, and where no port is said, every port.
 */
export class AllowedHosts {
  private readonly hosts: ReadonlySet<string>;

  /** @param hosts `host` or `host:port` each; an IPv6 address in brackets */
  constructor(hosts: readonly string[]) {
    this.hosts = new Set(hosts.map((host) => host.toLowerCase()));
  }

  /** @param hostname as URL has it */
  has({ hostname, port, protocol }: Pick<URL, 'hostname' | 'port' | 'protocol'>): boolean {
    const said = port || (protocol === 'http:' ? '80' : '443');
    return this.hosts.has(hostname) || this.hosts.has(`${hostname}:${said}`);
  }
}
