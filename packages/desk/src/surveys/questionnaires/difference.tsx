import { CloseButton } from '@mantine/core'
import { compareVersions } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { Asked } from '../../shared/ui/states.tsx'

const route = getRouteApi('/desk/questionnaires/$questionnaire')

interface DifferenceProps {
  readonly code: string
  readonly one: number
  readonly other: number
}

/** What differs between two versions, the older one first, and which series the newer one ends. */
export function Difference({ code, one, other }: DifferenceProps) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const versions = { from: Math.min(one, other), to: Math.max(one, other) }
  const query = useQuery(asked(compareVersions, { params: { code }, query: versions }))
  const title = t('questionnaires.difference', versions)
  return (
    <section className="panel stack" aria-label={title}>
      <div className="row-ends">
        <h2>{title}</h2>
        <CloseButton
          aria-label={t('actions.close')}
          onClick={() => void navigate({ search: (before) => ({ ...before, compare: undefined }), resetScroll: false })}
        />
      </div>
      <Asked query={query} lines={4}>
        {({ questions, ended }) => (
          <>
            {ended.length > 0 && (
              <ul role="alert" style={{ margin: 0 }}>
                {ended.map(({ series, at, message }) => (
                  <li key={`${series} ${at}`}>{message}</li>
                ))}
              </ul>
            )}
            {questions.length === 0 ? (
              <p style={{ margin: 0 }}>{t('questionnaires.same')}</p>
            ) : (
              <SmallTable
                title={title}
                titleHidden
                head={[
                  { title: t('questionnaires.at') },
                  { title: t('questionnaires.question') },
                  { title: t('questionnaires.what') },
                ]}
                rows={questions.map(({ at, text, what, fields }) => ({
                  key: at,
                  cells: [
                    at,
                    text,
                    fields.length === 0
                      ? t(`questionnaires.what_${what}`)
                      : `${t(`questionnaires.what_${what}`)}: ${fields.join(', ')}`,
                  ],
                }))}
              />
            )}
          </>
        )}
      </Asked>
    </section>
  )
}
