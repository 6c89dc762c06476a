import { KINDS, OUTCOMES, SOURCES } from '@otklik/model/appeals'
import { type AppealCard, readAppeal } from '@otklik/model/appeals/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../shared/api/problem.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { stateWord } from '../words.ts'
import { Course } from './course.tsx'
import { FilesPanel } from './files-panel.tsx'
import { NextSteps } from './next-steps.tsx'
import { Original } from './original.tsx'
import { TermText } from './term-text.tsx'

const route = getRouteApi('/desk/appeals/$appeal')

export function AppealScreen() {
  const { t } = useTranslation()
  const id = Number(route.useParams().appeal)
  const query = useQuery(asked(readAppeal, { params: { id } }))
  const missing = query.error instanceof Failure && (query.error.status === 404 || query.error.status === 400)
  const number = query.data?.number
  return (
    <Page
      place={<Link to="/appeals">{t('nav.appeals')}</Link>}
      title={number ? t('appeals.cardTitle', { number }) : t('appeals.cardUntitled')}
      about={query.data?.authority}
    >
      {missing ? (
        <Empty
          title={t('appeals.missing')}
          text={t('appeals.missingText')}
          action={<Link to="/appeals">{t('appeals.toList')}</Link>}
        />
      ) : (
        <Asked query={query} lines={12}>
          {(appeal) => <AppealBody appeal={appeal} />}
        </Asked>
      )}
    </Page>
  )
}

function AppealBody({ appeal }: { readonly appeal: AppealCard }) {
  const { t } = useTranslation()
  return (
    <div className="columns-wide">
      <div className="stack" style={{ alignContent: 'start' }}>
        <section className="panel stack" aria-label={t('appeals.stateAndTerm')}>
          <h2 style={{ margin: 0 }}>{capital(stateWord(appeal.state))}</h2>
          <TermText appeal={appeal} />
          <NextSteps appeal={appeal} />
        </section>
        <section className="panel stack" aria-label={t('appeals.text')}>
          <h2 style={{ margin: 0 }}>{t('appeals.text')}</h2>
          <p style={{ margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{appeal.masked}</p>
          <Original appeal={appeal} />
        </section>
        {appeal.answer && (
          <section className="panel stack" aria-label={t('appeals.answer')}>
            <h2 style={{ margin: 0 }}>{t('appeals.answer')}</h2>
            <p style={{ margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{appeal.answer.text}</p>
            <p className="dim small">{t(appeal.answer.published ? 'appeals.published' : 'appeals.unpublished')}</p>
          </section>
        )}
      </div>
      <div className="stack" style={{ alignContent: 'start' }}>
        <section className="panel stack" aria-label={t('appeals.about')}>
          <h2 style={{ margin: 0 }}>{t('appeals.about')}</h2>
          <About appeal={appeal} />
        </section>
        <FilesPanel appeal={appeal} />
        <Course events={appeal.events} />
      </div>
    </div>
  )
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function About({ appeal }: { readonly appeal: AppealCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { duplicateOf } = appeal
  const day = (value: string | null) => value && format.day(value)
  return (
    <Facts
      facts={[
        { name: t('appeals.kind'), value: KINDS[appeal.kind] },
        { name: t('appeals.source'), value: SOURCES[appeal.source] },
        { name: t('appeals.externalNumber'), value: appeal.externalNumber },
        { name: t('appeals.received'), value: day(appeal.received) },
        { name: t('appeals.registered'), value: day(appeal.registered) },
        { name: t('appeals.executor'), value: appeal.executor },
        { name: t('appeals.service'), value: appeal.service },
        { name: t('appeals.office'), value: appeal.office },
        { name: t('appeals.topics'), value: appeal.topics.join(', ') },
        { name: t('appeals.answered'), value: day(appeal.answered) },
        { name: t('appeals.outcome'), value: appeal.outcome && OUTCOMES[appeal.outcome] },
        { name: t('appeals.forwardedTo'), value: appeal.forwardedTo },
        {
          name: t('appeals.duplicateOf'),
          value: duplicateOf && (
            <Link to="/appeals/$appeal" params={{ appeal: String(duplicateOf.id) }}>
              {duplicateOf.number ?? t('appeals.noNumber')}
            </Link>
          ),
        },
        { name: t('appeals.asked'), value: day(appeal.asked) },
        { name: t('appeals.solved'), value: appeal.solved && t(`appeals.solved_${appeal.solved}`) },
        { name: t('appeals.reopened'), value: appeal.reopened === 0 ? null : format.count(appeal.reopened) },
      ]}
    />
  )
}
