'use client';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export interface PlainTableProps {
  readonly label: string;
  readonly heads: readonly { readonly key: string; readonly text: ReactNode; readonly isNumeric?: boolean }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly maxHeight?: number;
}

/** A chart's figures as rows. */
export function PlainTable({ label, heads, rows, maxHeight }: PlainTableProps): ReactElement {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="tn-table-scroll" style={{ maxHeight }}>
      <table aria-label={label} className="tn-table tn-table-compact" data-phone="scroll">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.key} scope="col" className={clsx(head.isNumeric && 'text-right')}>
                {head.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <td key={heads[index]?.key} className={clsx('tn-num', heads[index]?.isNumeric && 'text-right')}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
