import type { ReactNode } from 'react'
import { FileLinks } from './file-links.tsx'
import type { Files } from './files.ts'
import classes from './small-table.module.css'

interface SmallTableProps {
  readonly title: string
  readonly titleHidden?: boolean
  readonly head: readonly { readonly title: string; readonly figures?: boolean }[]
  readonly files?: Files | undefined
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** A few rows that need no sorting. */
export function SmallTable({ files, ...table }: SmallTableProps) {
  if (files === undefined) return <Rows {...table} />
  return (
    <div className={classes.whole}>
      <Rows {...table} />
      <div className="row no-print">
        <FileLinks files={files} />
      </div>
    </div>
  )
}

function Rows({ title, titleHidden = false, head, rows }: Omit<SmallTableProps, 'files'>) {
  return (
    // What scrolls must be reachable by keyboard.
    <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
      <table className={classes.table}>
        <caption className={titleHidden ? 'hidden-visually' : undefined}>{title}</caption>
        <thead>
          <tr>
            {head.map(({ title: name, figures }) => (
              <th key={name} scope="col" data-figures={figures}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={head[index]?.title} data-figures={head[index]?.figures}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
