import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';

/** One alert of a file of rules. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The rules of a file, group by group as they stand there. */
export function readAlerts(text: string): AlertRule[] {
  const { groups } = parse(text) as { groups: readonly { readonly name: string; readonly rules: readonly AlertRule[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

/** What an expression is made of. */
export interface ExpressionParts {
  /** Where the parser of Prometheus' own page found no PromQL; empty where it is one. */
  readonly faults: readonly string[];
  readonly metrics: readonly string[];
  /** Values that the label `code` is held against. */
  readonly codes: readonly string[];
}

/** Takes an expression of PromQL apart, by the grammar with which Prometheus' own page does. */
export function partsOf(expr: string): ExpressionParts {
  const [faults, metrics, codes]: [string[], string[], string[]] = [[], [], []];
  parser.parse(expr).iterate({
    enter: ({ type, name, from, to, node }) => {
      const said = expr.slice(from, to);
      if (type.isError) faults.push(`${from}: ${said}`);
      if (name === 'VectorSelector') metrics.push(expr.slice(from, node.getChild('Identifier')?.to ?? from));
      if (name === 'UnquotedLabelMatcher' && said.startsWith('code')) codes.push(...said.replace(/^code=~?"|"$/g, '').split('|'));
    },
  });
  return { faults, metrics, codes };
}
