import { ProtocolFault, REASON } from './reason.js';

/** The short names a client of MQTT 5 gave its topics on this connection. @see MQTT 5.0, section 3.3.2.3.4 */
export class TopicAliases {
  // Few clients use any.
  private topics: Map<number, string> | undefined;

  constructor(private readonly maximum: number) {}

  /** The topic meant; a topic that comes with an alias is kept under it. @throws ProtocolFault badTopicAlias */
  resolve(topic: string, alias: number | undefined): string {
    if (alias === undefined) return topic;
    if (alias < 1 || alias > this.maximum) throw new ProtocolFault(REASON.badTopicAlias, `The topic alias ${alias} is not between 1 and ${this.maximum}.`);
    if (topic !== '') (this.topics ??= new Map()).set(alias, topic);
    const meant = this.topics?.get(alias);
    if (meant === undefined) throw new ProtocolFault(REASON.protocolError, `The topic alias ${alias} was never given a topic.`);
    return meant;
  }
}
