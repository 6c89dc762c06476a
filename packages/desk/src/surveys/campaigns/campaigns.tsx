import { Button, NativeSelect } from '@mantine/core'
import { listCampaigns } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { Pager } from '../../shared/table/pager.tsx'
import { FindField } from '../../shared/ui/find-field.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { FeedbackWaits } from '../feedback/feedback-waits.tsx'
import { useCampaignColumns } from './campaign-columns.tsx'
import { CampaignForm } from './campaign-form.tsx'
import { CAMPAIGN_STATES, type CampaignsSearch, readCampaignsSearch } from './campaigns-search.ts'

const route = getRouteApi('/desk/surveys')
const ON_PAGE = 100
/** Fresh within five seconds, as long as the page is open. */
export const EVERY_MS = 5_000

/** Whom the authorities hear now: their campaigns and how many people have answered. */
export function CampaignsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [creating, setCreating] = useState(false)
  return (
    <Page
      place={t('nav.surveys')}
      title={t('surveys.title')}
      about={t('surveys.about')}
      actions={may('surveys.edit') && <Button onClick={() => setCreating(true)}>{t('surveys.create')}</Button>}
    >
      <FeedbackWaits />
      <CampaignsFound />
      {creating && <CampaignForm campaign={null} close={() => setCreating(false)} />}
    </Page>
  )
}

function CampaignsFound() {
  const { t } = useTranslation()
  const format = useFormat()
  const search = readCampaignsSearch({ ...route.useSearch() })
  const navigate = route.useNavigate()
  const columns = useCampaignColumns()
  const { find, surveyState: state, offset } = search
  const query = useQuery({
    ...asked(listCampaigns, { query: { find, state, limit: ON_PAGE, offset: Number(offset ?? 0) } }),
    placeholderData: (before) => before,
    refetchInterval: EVERY_MS,
  })
  const set = (change: { [K in keyof CampaignsSearch]: CampaignsSearch[K] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...change }), replace: 'find' in change })
  return (
    <>
      <div className="row">
        <FindField label={t('surveys.find')} find={find ?? ''} change={(text) => set({ find: text })} />
        <NativeSelect
          aria-label={t('surveys.state')}
          value={state ?? ''}
          data={[
            { value: '', label: t('surveys.anyState') },
            ...CAMPAIGN_STATES.map((one) => ({ value: one, label: t(`surveys.state_${one}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            set({ surveyState: CAMPAIGN_STATES.find((one) => one === value) })
          }
        />
      </div>
      <Asked query={query} lines={10}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('surveys.found', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ code }) => code}
              unsorted={total > rows.length}
              files={filesOf((format) => urlOf(listCampaigns, { query: { find, state, format } }))}
              empty={<NoCampaigns narrowed={find !== undefined || state !== undefined} />}
            />
            <Pager total={total} offset={Number(offset ?? 0)} size={ON_PAGE} go={(to) => set({ offset: String(to) })} />
          </>
        )}
      </Asked>
    </>
  )
}

function NoCampaigns({ narrowed }: { readonly narrowed: boolean }) {
  const { t } = useTranslation()
  const may = useMay()
  if (narrowed) return <Empty title={t('surveys.notFound')} text={t('surveys.notFoundText')} />
  return (
    <Empty title={t('surveys.empty')} text={t(may('surveys.edit') ? 'surveys.emptyText' : 'surveys.emptyTextReader')} />
  )
}
