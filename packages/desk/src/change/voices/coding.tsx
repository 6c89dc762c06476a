import { Button } from '@mantine/core'
import { learnTopicsNow, readAgreement, readCoding } from '@otklik/model/change/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { ProcessFilter } from '../process-filter.tsx'
import { SourceFilter } from '../source-filter.tsx'
import { CodingTask } from './coding-task.tsx'

const route = getRouteApi('/desk/voices')

/** «Что говорят»: one text at a time, most often said first, coded by keys. */
export function CodingScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const blind = search.blind === 'true'
  const query = useQuery({
    ...asked(readCoding, {
      query: { process: search.process, source: search.source, ...(blind && { blind }), limit: 10 },
    }),
    placeholderData: (before) => before,
  })
  const counts = query.data
  return (
    <Page
      place={t('nav.voices')}
      title={t('voices.title')}
      about={counts && t('voices.counts', { left: format.count(counts.left), coded: format.count(counts.coded) })}
      actions={
        <>
          <Link to="/voices/groups" search={{}}>
            {t('voices.toClusters')}
          </Link>
          <Link to="/voices/all" search={{}}>
            {t('voices.toAll')}
          </Link>
        </>
      }
    >
      <div className="row">
        <ProcessFilter
          process={search.process}
          change={(process) => void navigate({ search: (before) => ({ ...before, process }) })}
        />
        <SourceFilter
          source={search.source}
          change={(source) => void navigate({ search: (before) => ({ ...before, source }) })}
        />
        {(blind || (counts?.blind ?? 0) > 0) && (
          <Button
            variant="default"
            onClick={() => void navigate({ search: (before) => ({ ...before, blind: blind ? undefined : 'true' }) })}
          >
            {blind ? t('voices.notBlind') : t('voices.blind', { n: counts?.blind ?? 0 })}
          </Button>
        )}
      </div>
      <Asked query={query} lines={8}>
        {({ tasks, undo, model }) => (
          <>
            {tasks[0] === undefined ? (
              <Empty title={t('voices.empty')} text={t('voices.emptyText')} />
            ) : (
              <CodingTask key={tasks[0].id} task={tasks[0]} blind={blind} undo={undo} />
            )}
            <ModelState model={model} />
          </>
        )}
      </Asked>
    </Page>
  )
}

interface ModelStateProps {
  readonly model: {
    readonly learned: string | null
    readonly texts: number
    readonly top1: number | null
    readonly top3: number | null
  }
}

/** How good the suggestions are, as measured, and how old. */
function ModelState({ model }: ModelStateProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [sent, setSent] = useState(false)
  const agreement = useQuery(asked(readAgreement, {}))
  const { learned, texts, top1, top3 } = model
  const learn = async () => {
    await call(learnTopicsNow, {})
    setSent(true)
  }
  return (
    <section className="panel stack-tight" aria-label={t('voices.model')}>
      <h2>{t('voices.model')}</h2>
      <p style={{ margin: 0 }}>
        {learned === null
          ? t('voices.wordsOnly')
          : t('voices.learned', { when: format.moment(learned), texts: format.count(texts) })}{' '}
        {top1 !== null && top3 !== null
          ? t('voices.quality', { top1: format.percent(top1 * 100), top3: format.percent(top3 * 100) })
          : t('voices.noQuality')}
      </p>
      {agreement.data?.kappa != null && (
        <p style={{ margin: 0 }}>
          {t('voices.agreement', { n: agreement.data.n, kappa: format.number(agreement.data.kappa, 2) })}
        </p>
      )}
      <div className="row">
        <Button variant="default" disabled={sent} onClick={() => void learn()}>
          {sent ? t('voices.learning') : t('voices.learn')}
        </Button>
      </div>
    </section>
  )
}
