import { Button } from '@mantine/core'
import { revokeToken, type Supplier, type Token } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { useMay } from '../rights.ts'
import { RevokeCell } from './revoke-cell.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { TokenDialog } from './token-dialog.tsx'

/** The keys of a supplier's systems; a key itself is shown only at the moment it is issued. */
export function SupplierTokens({ supplier }: { readonly supplier: Supplier }) {
  const { t } = useTranslation()
  const may = useMay()
  const [issuing, setIssuing] = useState(false)
  const [revoking, setRevoking] = useState<Token | null>(null)
  const format = useFormat()
  const at = (time: string | null) => (time === null ? '–' : format.instant(time))
  const titles = ['label', 'createdAt', 'expiresAt', 'lastUsedAt', 'state'] as const
  return (
    <>
      {supplier.tokens.length === 0 ? (
        <p className="dim" style={{ margin: 0 }}>
          {t('tokens.none')}
        </p>
      ) : (
        <SmallTable
          title={t('tokens.title')}
          head={titles.map((name) => ({ title: t(`tokens.${name}`) }))}
          rows={supplier.tokens.map((token) => ({
            key: token.id,
            cells: [
              token.label,
              at(token.createdAt),
              at(token.expiresAt),
              at(token.lastUsedAt),
              <RevokeCell key="revoke" token={token} revoke={setRevoking} />,
            ],
          }))}
        />
      )}
      {may('suppliers.manage') && (
        <Button
          variant="default"
          style={{ justifySelf: 'start' }}
          aria-label={`${t('tokens.issue')}: ${supplier.name}`}
          onClick={() => setIssuing(true)}
        >
          {t('tokens.issue')}
        </Button>
      )}
      {issuing && <TokenDialog supplier={supplier} close={() => setIssuing(false)} />}
      {revoking && (
        <RevokeDialog
          label={revoking.label}
          text={t('tokens.revokeText')}
          revoke={() => call(revokeToken, { params: { code: supplier.code, id: revoking.id } })}
          close={() => setRevoking(null)}
        />
      )}
    </>
  )
}
