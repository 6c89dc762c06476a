import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import type { Column } from '../shared/table/columns.ts'
import { DataTable } from '../shared/table/data-table.tsx'
import { Pager } from '../shared/table/pager.tsx'
import { FindField } from '../shared/ui/find-field.tsx'
import { Asked, Empty } from '../shared/ui/states.tsx'
import type { Kind } from './register-search.ts'

const route = getRouteApi('/desk/register')
export const ON_PAGE = 100

interface RegisterListProps<Row> {
  readonly kind: Kind
  readonly query: UseQueryResult<{ total: number; rows: Row[] }, Error>
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly nameOf: (row: Row) => string
  readonly files: { readonly csv: string; readonly xlsx: string }
  /** The drawer with the fields and the history of a record. */
  readonly edit: (row: Row, close: () => void) => ReactNode
  /** The drawer of a new record, where records are made by hand at all. */
  readonly add?: (close: () => void) => ReactNode
}

/** A list of the register: find, page, take away, open a record. */
export function RegisterList<Row>(props: RegisterListProps<Row>) {
  const { kind, query, columns, rowKey, nameOf, files, edit, add } = props
  const { t } = useTranslation()
  const { offset, find } = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()
  const [opened, setOpened] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const all = useMemo((): Column<Row>[] => {
    const label = t(may('register.edit') ? 'actions.change' : 'register.history')
    const action: Column<Row> = {
      id: 'edit',
      title: t('register.actions'),
      unsorted: true,
      picture: true,
      value: () => null,
      show: (row) => (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${label}: ${nameOf(row)}`}
          onClick={() => setOpened(rowKey(row))}
        >
          {label}
        </Button>
      ),
    }
    return [...columns, action]
  }, [columns, t, may, nameOf, rowKey])
  const from = Number(offset ?? 0)
  return (
    <div className="stack">
      <div className="row-ends no-print">
        <RegisterFind />
        {add && may('register.edit') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('actions.add')}
          </Button>
        )}
      </div>
      {adding && add?.(() => setAdding(false))}
      <Asked query={query} lines={8}>
        {({ total, rows }) => {
          const row = rows.find((one) => rowKey(one) === opened)
          return (
            <>
              <DataTable
                title={t(`register.${kind}`)}
                columns={all}
                rows={rows}
                rowKey={rowKey}
                files={files}
                unsorted={total > rows.length}
                empty={
                  <Empty
                    title={t(find === undefined ? 'register.empty' : 'register.notFound')}
                    text={t(find === undefined ? 'register.emptyText' : 'register.notFoundText')}
                  />
                }
              />
              <Pager
                total={total}
                offset={from}
                size={ON_PAGE}
                go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
              />
              {row !== undefined && edit(row, () => setOpened(null))}
            </>
          )
        }}
      </Asked>
    </div>
  )
}

function RegisterFind() {
  const { t } = useTranslation()
  const { find = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (typed: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, find: typed, offset: undefined }), replace: true })
  return <FindField label={t('register.find')} find={find} change={change} />
}
