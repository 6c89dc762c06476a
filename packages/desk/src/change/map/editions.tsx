import { Button } from '@mantine/core'
import { listMaps, makeMap } from '@otklik/model/change/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { closedQuarter } from '@otklik/model/change/periods'
import { dayOf } from '@otklik/model/days'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'

const route = getRouteApi('/desk/pains')

/** Editions of the map: frozen, approved by another, compared. */
export function Editions() {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const navigate = useNavigate()
  const { period } = route.useSearch()
  const { data } = useQuery(asked(listMaps, {}))
  const making = useMutation({
    mutationFn: () => call(makeMap, { body: { period: period ?? closedQuarter(dayOf(new Date())) } }),
    onSuccess: ({ id }) => navigate({ to: '/pains/editions/$edition', params: { edition: String(id) } }),
  })
  const rows = data?.rows ?? []
  return (
    <section className="panel stack-tight" aria-label={t('editions.title')}>
      <div className="row-ends">
        <h2>{t('editions.title')}</h2>
        {may(makeMap) && (
          <Button variant="default" loading={making.isPending} onClick={() => making.mutate()}>
            {t('editions.make')}
          </Button>
        )}
      </div>
      {making.isError && <FormTrouble error={making.error} />}
      {rows.length === 0 ? (
        <p className="dim" style={{ margin: 0 }}>
          {t('editions.none')}
        </p>
      ) : (
        <SmallTable
          title={t('editions.title')}
          titleHidden
          head={[
            { title: t('pains.period') },
            { title: t('editions.state') },
            { title: t('editions.rows'), figures: true },
            { title: t('editions.made') },
            { title: t('editions.approved') },
          ]}
          rows={rows.map((one) => ({
            key: String(one.id),
            cells: [
              <Link key="link" to="/pains/editions/$edition" params={{ edition: String(one.id) }}>
                {t('editions.name', { title: one.title, number: one.number })}
              </Link>,
              t(`editions.state_${one.state}`),
              one.rows,
              `${one.made.by}, ${format.moment(one.made.at)}`,
              one.approved === null ? '–' : `${one.approved.by}, ${format.moment(one.approved.at)}`,
            ],
          }))}
        />
      )}
    </section>
  )
}
