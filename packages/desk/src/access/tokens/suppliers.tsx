import { Button } from '@mantine/core'
import { listSuppliers, type Supplier } from '@otklik/model/access/api'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useMay } from '../rights.ts'
import { SupplierDialog } from './supplier-dialog.tsx'
import { SupplierTokens } from './supplier-tokens.tsx'

/** Who sends primary data, each with the keys of its systems. */
export function Suppliers() {
  const { t } = useTranslation()
  const may = useMay()
  const query = useQuery(asked(listSuppliers, {}))
  const [adding, setAdding] = useState(false)
  const add = may('suppliers.manage') && (
    <Button
      style={{ justifySelf: 'start' }}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {t('suppliers.add')}
    </Button>
  )
  return (
    <>
      <Asked query={query} lines={6}>
        {({ suppliers }) =>
          suppliers.length === 0 ? (
            <Empty title={t('suppliers.empty')} text={t('suppliers.emptyText')} action={add} />
          ) : (
            <div className="stack">
              {add}
              {suppliers.map((supplier) => (
                <SupplierPanel key={supplier.code} supplier={supplier} />
              ))}
            </div>
          )
        }
      </Asked>
      {adding && <SupplierDialog supplier={null} close={() => setAdding(false)} />}
    </>
  )
}

function SupplierPanel({ supplier }: { readonly supplier: Supplier }) {
  const { t } = useTranslation()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const { organisation } = supplier
  return (
    <section className="panel stack" aria-label={supplier.name}>
      <div className="row-ends">
        <div style={{ minWidth: 0 }}>
          <h2>{supplier.name}</h2>
          <span className="dim small">
            {t('suppliers.codeIs', { code: supplier.code })} ·{' '}
            {may('people.read') ? (
              <Link to="/organisations" search={{ id: String(organisation.id) }}>
                {organisation.name}
              </Link>
            ) : (
              organisation.name
            )}
          </span>
        </div>
        {may('suppliers.manage') && (
          <Button
            variant="default"
            aria-label={`${t('actions.change')}: ${supplier.name}`}
            onClick={() => setChanging(true)}
          >
            {t('actions.change')}
          </Button>
        )}
      </div>
      <SupplierTokens supplier={supplier} />
      {changing && <SupplierDialog supplier={supplier} close={() => setChanging(false)} />}
    </section>
  )
}
