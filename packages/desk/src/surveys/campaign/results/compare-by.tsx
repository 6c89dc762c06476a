import { NativeSelect } from '@mantine/core'
import type { SurveyResults } from '@otklik/model/surveys/api'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SurveyForm } from '../../survey-form.ts'
import { readCampaignSearch } from '../campaign-search.ts'

const route = getRouteApi('/desk/surveys/$campaign')
const ATTRIBUTES = ['service', 'office', 'channel', 'language'] as const
const GROUPING = new Set(['one', 'many', 'scale', 'list'])

interface CompareByProps {
  readonly form: SurveyForm
  readonly results: SurveyResults
  readonly nameOf: (value: string) => string
}

/** What results are compared by, and the group that the others are held against. */
export function CompareBy({ form, results, nameOf }: CompareByProps) {
  const { t } = useTranslation()
  const { by = '', against = '' } = readCampaignSearch({ ...route.useSearch() })
  const navigate = route.useNavigate()
  const set = (change: { by?: string | undefined; against?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })
  const items = [...form.prepared.items.values()].filter(({ type }) => GROUPING.has(type))
  const shown = (results.groups ?? []).filter(({ suppressed }) => !suppressed)
  return (
    <>
      <NativeSelect
        style={{ flex: '1 1 260px', maxWidth: 420, minWidth: 0 }}
        aria-label={t('results.by')}
        value={by}
        data={[
          { value: '', label: t('results.byNothing') },
          ...ATTRIBUTES.map((one) => ({ value: one, label: t(`results.by_${one}`) })),
          ...items.map(({ code }) => ({ value: code, label: form.words.item(code) })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ by: value === '' ? undefined : value, against: undefined })}
      />
      {shown.length > 1 && (
        <NativeSelect
          style={{ flex: '1 1 260px', maxWidth: 420, minWidth: 0 }}
          aria-label={t('results.against')}
          value={against}
          data={[
            { value: '', label: t('results.againstNothing') },
            ...shown.map(({ value }) => ({ value, label: t('results.againstGroup', { group: nameOf(value) }) })),
          ]}
          onChange={({ currentTarget: { value } }) => set({ against: value === '' ? undefined : value })}
        />
      )}
    </>
  )
}
