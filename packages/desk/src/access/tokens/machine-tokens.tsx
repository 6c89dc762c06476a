import { Button, NativeSelect } from '@mantine/core'
import { listTokens, revokeMachineToken, type Token } from '@otklik/model/access/api'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Pager } from '../../shared/table/pager.tsx'
import { FindField } from '../../shared/ui/find-field.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useMay } from '../rights.ts'
import { type KeysSearch, TOKEN_STATES } from './keys-search.ts'
import { MachineTokenDialog } from './machine-token-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { useTokenColumns } from './token-columns.tsx'

const route = getRouteApi('/desk/keys')
const ON_PAGE = 100

/** The keys of systems with rights over a part of the tree. */
export function MachineTokens() {
  const { t } = useTranslation()
  const { find, status, offset } = route.useSearch()
  const navigate = route.useNavigate()
  const [revoking, setRevoking] = useState<Token | null>(null)
  const columns = useTokenColumns(setRevoking)
  const asking = { find, state: status }
  const from = Number(offset ?? 0)
  const query = useQuery({
    ...asked(listTokens, { query: { ...asking, limit: ON_PAGE, offset: from } }),
    placeholderData: (before) => before,
  })
  const file = (format: 'csv' | 'xlsx') => urlOf(listTokens, { query: { ...asking, format } })
  return (
    <div className="stack">
      <TokenFilters />
      <Asked query={query} lines={8}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('tokens.machineList')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              files={{ csv: file('csv'), xlsx: file('xlsx') }}
              unsorted={total > rows.length}
              empty={<NoTokens filtered={find !== undefined || status !== undefined} />}
            />
            <Pager
              total={total}
              offset={from}
              size={ON_PAGE}
              go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
            />
          </>
        )}
      </Asked>
      {revoking && (
        <RevokeDialog
          label={revoking.label}
          text={t('tokens.machineRevokeText')}
          revoke={() => call(revokeMachineToken, { params: { id: revoking.id } })}
          close={() => setRevoking(null)}
        />
      )}
    </div>
  )
}

function NoTokens({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTranslation()
  return (
    <Empty
      title={t(filtered ? 'tokens.machineNotFound' : 'tokens.machineEmpty')}
      text={t(filtered ? 'tokens.machineNotFoundText' : 'tokens.machineEmptyText')}
    />
  )
}

function TokenFilters() {
  const { t } = useTranslation()
  const may = useMay()
  const { find = '', status } = route.useSearch()
  const navigate = route.useNavigate()
  const [issuing, setIssuing] = useState(false)
  const set = (change: Partial<KeysSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change, offset: undefined }), resetScroll: false })
  return (
    <div className="row-ends no-print">
      <div className="row" style={{ gap: 8, flex: '1 1 auto', minWidth: 0 }}>
        <FindField label={t('tokens.find')} find={find} change={(text) => set({ find: text })} />
        <NativeSelect
          aria-label={t('tokens.status')}
          value={status ?? ''}
          data={[
            { value: '', label: t('tokens.anyState') },
            ...TOKEN_STATES.map((one) => ({ value: one, label: t(`tokens.state_${one}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => set({ status: TOKEN_STATES.find((one) => one === value) })}
        />
      </div>
      {may('suppliers.manage') && (
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setIssuing(true)}>
          {t('tokens.issue')}
        </Button>
      )}
      {issuing && <MachineTokenDialog close={() => setIssuing(false)} />}
    </div>
  )
}
