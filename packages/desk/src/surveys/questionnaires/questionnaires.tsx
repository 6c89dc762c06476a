import { Button, NativeSelect } from '@mantine/core'
import { listQuestionnaires } from '@otklik/model/surveys/api'
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
import { NewQuestionnaire } from './new-questionnaire.tsx'
import { useQuestionnaireColumns } from './questionnaire-columns.tsx'
import { type QuestionnairesSearch, readQuestionnairesSearch } from './questionnaires-search.ts'

const route = getRouteApi('/desk/questionnaires')
const ON_PAGE = 100
const KINDS = ['own', 'built_in'] as const

/** All that can be asked: built in, for all, and of one's own authorities. */
export function QuestionnairesScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [creating, setCreating] = useState(false)
  return (
    <Page
      place={t('nav.questionnaires')}
      title={t('questionnaires.title')}
      about={t('questionnaires.about')}
      actions={may('surveys.edit') && <Button onClick={() => setCreating(true)}>{t('questionnaires.create')}</Button>}
    >
      <QuestionnairesFound />
      {creating && <NewQuestionnaire from={null} close={() => setCreating(false)} />}
    </Page>
  )
}

function QuestionnairesFound() {
  const { t } = useTranslation()
  const format = useFormat()
  const { find, kind, offset } = readQuestionnairesSearch({ ...route.useSearch() })
  const navigate = route.useNavigate()
  const columns = useQuestionnaireColumns()
  const builtIn = kind === undefined ? undefined : kind === 'built_in'
  const query = useQuery({
    ...asked(listQuestionnaires, { query: { find, builtIn, limit: ON_PAGE, offset: Number(offset ?? 0) } }),
    placeholderData: (before) => before,
  })
  const set = (change: { [K in keyof QuestionnairesSearch]: QuestionnairesSearch[K] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...change }), replace: 'find' in change })
  return (
    <>
      <div className="row">
        <FindField label={t('questionnaires.find')} find={find ?? ''} change={(text) => set({ find: text })} />
        <NativeSelect
          aria-label={t('questionnaires.kind')}
          value={kind ?? ''}
          data={[
            { value: '', label: t('questionnaires.anyKind') },
            ...KINDS.map((one) => ({ value: one, label: t(`questionnaires.kind_${one}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => set({ kind: KINDS.find((one) => one === value) })}
        />
      </div>
      <Asked query={query} lines={10}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('questionnaires.found', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ code }) => code}
              unsorted={total > rows.length}
              files={filesOf((format) => urlOf(listQuestionnaires, { query: { find, builtIn, format } }))}
              empty={<Empty title={t('questionnaires.notFound')} text={t('questionnaires.notFoundText')} />}
            />
            <Pager total={total} offset={Number(offset ?? 0)} size={ON_PAGE} go={(to) => set({ offset: String(to) })} />
          </>
        )}
      </Asked>
    </>
  )
}
