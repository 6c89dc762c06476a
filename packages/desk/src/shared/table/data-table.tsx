import {
  type Cell,
  type ColumnDef,
  getCoreRowModel,
  getSortedRowModel,
  type Header,
  type SortingState,
  type Updater,
  useReactTable,
  type VisibilityState,
} from '@tanstack/react-table'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { type Column, textOf } from './columns.ts'
import classes from './data-table.module.css'
import type { Files } from './files.ts'
import { TableTools } from './table-tools.tsx'

export interface Order {
  /** Id of the column. */
  readonly by: string
  readonly descending: boolean
  /** Undefined: the usual order. */
  readonly change: (by: string | undefined, descending: boolean) => void
}

interface DataTableProps<Row> {
  /** What the table shows: its heading, and its name for screen readers. */
  readonly title: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Addresses of the same rows as files. */
  readonly files?: Files | undefined
  /** Pages in the server's order: sorting one of them would mislead. */
  readonly unsorted?: boolean
  /** Pages that the server sorts: what by, and what to ask it for. */
  readonly order?: Order
  /** Between the title and the tools: a switch of what is shown. */
  readonly extra?: ReactNode
  readonly empty?: ReactNode
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { title, columns, rows, rowKey, files, extra, empty } = props
  const { table, shown } = useColumnTable(props)
  const byId = new Map(columns.map((column) => [column.id, column]))
  return (
    <section className={classes.section} aria-label={title}>
      <div className="row-ends">
        <h2 className={classes.title}>{title}</h2>
        {extra}
        {rows.length > 0 && (
          <TableTools
            columns={columns}
            shown={shown}
            toggle={(id) => table.getColumn(id)?.toggleVisibility()}
            rows={table.getRowModel().rows.map(({ original }) => original)}
            {...(files === undefined ? {} : { files })}
          />
        )}
      </div>
      {rows.length === 0 ? (
        (empty ?? null)
      ) : (
        // What scrolls must be reachable by keyboard.
        <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id}>
                  {group.headers.map((header) => (
                    <HeadCell key={header.id} header={header} column={byId.get(header.id)} />
                  ))}
                </tr>
              ))}
            </thead>
            <tbody>
              {table.getRowModel().rows.map((row) => (
                <tr key={rowKey(row.original)}>
                  {row.getVisibleCells().map((cell) => (
                    <BodyCell key={cell.id} cell={cell} column={byId.get(cell.column.id)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function useColumnTable<Row>({ columns, rows, rowKey, unsorted, order }: DataTableProps<Row>) {
  const { sorting, setSorting } = useSorting(order)
  const [visibility, setVisibility] = useState<VisibilityState>(() =>
    Object.fromEntries(columns.filter(({ extra }) => extra).map(({ id }) => [id, false])),
  )
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns])
  const data = useMemo(() => [...rows], [rows])
  const table = useReactTable<Row>({
    data,
    columns: definitions,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: setSorting,
    onColumnVisibilityChange: setVisibility,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getRowId: rowKey,
    enableSorting: unsorted !== true,
    manualSorting: order !== undefined,
    sortDescFirst: false,
  })
  return { table, shown: columns.filter(({ id }) => visibility[id] !== false) }
}

/** The table's own order, or the one that somebody else keeps. */
function useSorting(order: Order | undefined) {
  const [own, setOwn] = useState<SortingState>([])
  if (order === undefined) return { sorting: own, setSorting: setOwn }
  const sorting: SortingState = [{ id: order.by, desc: order.descending }]
  const setSorting = (update: Updater<SortingState>) => {
    const [next] = typeof update === 'function' ? update(sorting) : update
    order.change(next?.id, next?.desc ?? false)
  }
  return { sorting, setSorting }
}

const collator = new Intl.Collator('ru', { numeric: true })

function definitionOf<Row>(column: Column<Row>): ColumnDef<Row> {
  return {
    id: column.id,
    // An absent value stays last whichever way one sorts.
    accessorFn: (row) => column.value(row) ?? undefined,
    header: column.title,
    enableSorting: column.unsorted !== true,
    sortUndefined: 'last',
    sortingFn: (a, b, id) => {
      const [left, right] = [a.getValue(id), b.getValue(id)]
      if (typeof left === 'number' && typeof right === 'number') return left - right
      return collator.compare(String(left), String(right))
    },
  }
}

interface BodyCellProps<Row> {
  readonly cell: Cell<Row, unknown>
  readonly column: Column<Row> | undefined
}

/** A long name is cut after three lines, so that one row does not fill the screen; the hint has it whole. */
function BodyCell<Row>({ cell, column }: BodyCellProps<Row>) {
  const row = cell.row.original
  // Called, not rendered as a component of its own: a new function would lose the focus of what it shows.
  const content = column?.show ? column.show(row) : column?.value(row)
  if (column?.wide !== true) return <td data-figures={column?.figures}>{content}</td>
  return (
    <td data-wide="true">
      <span className={classes.clamp} title={textOf(column, row)}>
        {content}
      </span>
    </td>
  )
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const

interface HeadCellProps<Row> {
  readonly header: Header<Row, unknown>
  readonly column: Column<Row> | undefined
}

function HeadCell<Row>({ header, column }: HeadCellProps<Row>) {
  const sorted = header.column.getIsSorted()
  const Icon = sorted === 'asc' ? IconArrowUp : sorted === 'desc' ? IconArrowDown : IconArrowsSort
  return (
    <th scope="col" data-figures={column?.figures} aria-sort={sorted === false ? undefined : ARIA_SORT[sorted]}>
      {header.column.getCanSort() ? (
        <button type="button" className={classes.sort} onClick={header.column.getToggleSortingHandler()}>
          {column?.title}
          <Icon size={14} aria-hidden className={sorted === false ? classes.unsorted : undefined} />
        </button>
      ) : (
        column?.title
      )}
    </th>
  )
}
