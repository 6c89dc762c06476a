import { NativeSelect } from '@mantine/core'
import { ALL_STANDINGS } from '@otklik/model/certification/procedure'
import { listCertificates } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../access/session.ts'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { Pager } from '../../shared/table/pager.tsx'
import { FindField } from '../../shared/ui/find-field.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { yearsToChoose } from '../board/board-search.ts'
import { ON_PAGE } from '../lists/lists-search.ts'
import { useCertificateColumns } from './certificate-columns.tsx'
import type { CertificatesSearch } from './certificates-search.ts'

const route = getRouteApi('/desk/certification/register')

/** The register of certificates and conclusions: of a year, by standing, or those that run out. */
export function CertificatesScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const { everything } = useSession()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const asking = {
    year: search.year === undefined ? undefined : Number(search.year),
    standing: search.standing,
    expiringBy: search.expiring === 'true' ? inAYear() : undefined,
    find: search.find,
  }
  const offset = Number(search.offset ?? 0)
  const query = useQuery({
    ...asked(listCertificates, { query: { ...asking, limit: ON_PAGE, offset } }),
    placeholderData: (before) => before,
  })
  const files = filesOf((kind) => urlOf(listCertificates, { query: { ...asking, format: kind } }))
  const columns = useCertificateColumns()
  return (
    <Page
      place={t('nav.certificates')}
      title={t('certificates.title')}
      about={everything ? t('certificates.about') : `${t('certificates.about')} ${t('lists.ownPart')}`}
    >
      <CertificateFilters />
      <Asked query={query} lines={12}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('certificates.found', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => String(id)}
              unsorted
              files={files}
              empty={<Empty title={t('certificates.empty')} text={t('certificates.emptyText')} />}
            />
            <Pager
              total={total}
              offset={offset}
              size={ON_PAGE}
              go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
            />
          </>
        )}
      </Asked>
    </Page>
  )
}

const inAYear = (now = new Date()): string =>
  `${now.getFullYear() + 1}${now.toISOString().slice(4, 10)}`.replace('-02-29', '-02-28')

function CertificateFilters() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: { [K in keyof CertificatesSearch]: CertificatesSearch[K] | undefined }) =>
    void navigate({
      search: (before) => ({ ...before, ...change, offset: undefined }),
      resetScroll: false,
      replace: 'find' in change,
    })
  return (
    <search className="row no-print" aria-label={t('filters.title')}>
      <FindField label={t('certificates.find')} find={search.find ?? ''} change={(find) => set({ find })} />
      <NativeSelect
        aria-label={t('certificates.year')}
        value={search.year ?? ''}
        data={[
          { value: '', label: t('certificates.anyYear') },
          ...yearsToChoose()
            .slice(1)
            .map((one) => ({ value: one, label: t('certificates.ofYear', { year: one }) })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ year: value === '' ? undefined : value })}
      />
      <NativeSelect
        aria-label={t('certificates.standing')}
        value={search.expiring === 'true' ? 'expiring' : (search.standing ?? '')}
        data={[
          { value: '', label: t('certificates.anyStanding') },
          { value: 'expiring', label: t('certificates.expiring') },
          ...ALL_STANDINGS.map((one) => ({ value: one, label: t(`certificates.standing_${one}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          set({
            expiring: value === 'expiring' ? 'true' : undefined,
            standing: ALL_STANDINGS.find((one) => one === value),
          })
        }
      />
    </search>
  )
}
