import { Button } from '@mantine/core'
import { listSuppliers, type Supplier } from '@otklik/model/api'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../shared/api/queries.ts'
import { Page } from '../shared/ui/page.tsx'
import { Asked, Empty } from '../shared/ui/states.tsx'
import { SupplierDialog } from './supplier-dialog.tsx'
import { SupplierTokens } from './supplier-tokens.tsx'

export function SuppliersScreen() {
  const { t } = useTranslation()
  const query = useQuery(asked(listSuppliers, {}))
  const [adding, setAdding] = useState(false)
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('suppliers.add')}
    </Button>
  )
  return (
    <Page
      place={t('nav.suppliers')}
      title={t('suppliers.title')}
      about={t('suppliers.about')}
      actions={query.data && query.data.suppliers.length > 0 && add}
    >
      <Asked query={query} lines={6}>
        {({ suppliers }) =>
          suppliers.length === 0 ? (
            <Empty title={t('suppliers.empty')} text={t('suppliers.emptyText')} action={add} />
          ) : (
            <div className="stack">
              {suppliers.map((supplier) => (
                <SupplierPanel key={supplier.code} supplier={supplier} />
              ))}
            </div>
          )
        }
      </Asked>
      {adding && <SupplierDialog supplier={null} close={() => setAdding(false)} />}
    </Page>
  )
}

function SupplierPanel({ supplier }: { readonly supplier: Supplier }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  return (
    <section className="panel stack" aria-label={supplier.name}>
      <div className="row-ends">
        <div style={{ minWidth: 0 }}>
          <h2>{supplier.name}</h2>
          <span className="dim small">{t('suppliers.codeIs', { code: supplier.code })}</span>
        </div>
        <Button
          variant="default"
          aria-label={`${t('actions.change')}: ${supplier.name}`}
          onClick={() => setChanging(true)}
        >
          {t('actions.change')}
        </Button>
      </div>
      <SupplierTokens supplier={supplier} />
      {changing && <SupplierDialog supplier={supplier} close={() => setChanging(false)} />}
    </section>
  )
}
