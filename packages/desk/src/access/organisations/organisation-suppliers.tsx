import { listSuppliers, type Organisation } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { Asked } from '../../shared/ui/states.tsx'

/** The suppliers of data that belong to the organisation itself. */
export function OrganisationSuppliers({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation()
  const query = useQuery(asked(listSuppliers, {}))
  return (
    <section className="panel stack-tight" aria-label={t('organisations.suppliers')}>
      <h2>{t('organisations.suppliers')}</h2>
      <Asked query={query} lines={2}>
        {({ suppliers }) => {
          const own = suppliers.filter((supplier) => supplier.organisation.id === organisation.id)
          if (own.length === 0)
            return (
              <p className="dim" style={{ margin: 0 }}>
                {t('organisations.noSuppliers')}
              </p>
            )
          return (
            <>
              <ul style={{ margin: 0, paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
                {own.map(({ code, name }) => (
                  <li key={code}>
                    {name} <span className="dim small">{t('suppliers.codeIs', { code })}</span>
                  </li>
                ))}
              </ul>
              <div>
                <Link to="/keys">{t('organisations.openKeys')}</Link>
              </div>
            </>
          )
        }}
      </Asked>
    </section>
  )
}
