import { Button } from '@mantine/core'
import { chooseQuotes, planMeasure, type ProblemWhole, readProblem, saveProblem } from '@otklik/model/change/api'
import { FEASIBILITY, FLAGS } from '@otklik/model/change/pains'
import { periodTitle } from '@otklik/model/change/periods'
import { PROBLEM_STATES } from '@otklik/model/change/problems'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { asked } from '../../shared/api/queries.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { MeasureForm } from '../measures/measure-form.tsx'
import { useTopics } from '../use-topics.ts'
import { PriorityDialog } from './priority-dialog.tsx'
import { ProblemForm } from './problem-form.tsx'
import { ProblemSteps } from './problem-steps.tsx'
import { PublicationPanel } from './publication-panel.tsx'
import { QuotesDialog } from './quotes-dialog.tsx'

const route = getRouteApi('/desk/problems/$problem')

/** One problem: how sharp it is and why, in whose words, and what is done. */
export function ProblemScreen() {
  const { t } = useTranslation()
  const id = Number(route.useParams().problem)
  const query = useQuery(asked(readProblem, { params: { id }, query: {} }))
  return (
    <Page
      place={<Link to="/problems">{t('nav.problems')}</Link>}
      title={query.data?.name ?? t('problems.one')}
      about={query.data && `№ ${id}, ${PROBLEM_STATES[query.data.state]}`}
      actions={query.data && <Actions problem={query.data} />}
    >
      <Asked query={query} lines={8}>
        {(problem) => (
          <>
            <About problem={problem} />
            <Figures problem={problem} />
            <Quotes problem={problem} />
            <PublicationPanel id={id} name={problem.name} />
            <p style={{ margin: 0 }}>
              <Link to="/measures" search={{ problem: String(id) }}>
                {t('problems.toMeasures', { open: problem.openMeasures, done: problem.verifiedMeasures })}
              </Link>
            </p>
          </>
        )}
      </Asked>
    </Page>
  )
}

function Actions({ problem }: { readonly problem: ProblemWhole }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState<'form' | 'measure' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <div className="row">
        {may(planMeasure) && problem.state === 'open' && (
          <Button onClick={() => setOpen('measure')}>{t('measures.plan')}</Button>
        )}
        {may(saveProblem) && problem.allowed.includes('edit') && (
          <Button variant="default" onClick={() => setOpen('form')}>
            {t('actions.change')}
          </Button>
        )}
        <ProblemSteps problem={problem} />
      </div>
      {open === 'form' && <ProblemForm problem={problem} close={close} />}
      {open === 'measure' && <MeasureForm problem={problem} close={close} />}
    </>
  )
}

function About({ problem }: { readonly problem: ProblemWhole }) {
  const { t } = useTranslation()
  const { nameOf } = useTopics()
  const { stage, feasibility, flag, flagReason, topics, processNames, reason, made, links } = problem
  return (
    <section className="panel" aria-label={t('problems.about')}>
      <Facts
        facts={[
          { name: t('problems.processes'), value: processNames.join('; ') },
          { name: t('problems.stage'), value: stage },
          { name: t('problems.topics'), value: topics.map(nameOf).join('; ') },
          { name: t('problems.feasibility'), value: feasibility && FEASIBILITY[feasibility] },
          { name: t('problems.flag'), value: flag && `${FLAGS[flag]}: ${flagReason ?? ''}` },
          { name: t('problems.reason'), value: reason },
          { name: t('problems.links'), value: links.map(({ title, address }) => `${title}: ${address}`).join('; ') },
          { name: t('problems.made'), value: made.by },
        ]}
      />
    </section>
  )
}

/** Computed, in sentences that can be counted again; a person's grade beside it. */
function Figures({ problem }: { readonly problem: ProblemWhole }) {
  const { t } = useTranslation()
  const may = useMay()
  const [changing, setChanging] = useState<string | null>(null)
  return (
    <section className="panel stack" aria-label={t('problems.figures')}>
      <h2>{t('problems.figuresOf', { title: periodTitle(problem.period) })}</h2>
      {problem.rows.length === 0 && <p style={{ margin: 0 }}>{t('problems.noFigures')}</p>}
      {problem.rows.map(({ process, processName, priority, changed, why }) => (
        <div key={process} className="stack-tight">
          <h3 style={{ margin: 0 }}>{processName}</h3>
          <p style={{ margin: 0 }}>{why}</p>
          <p style={{ margin: 0 }}>
            <strong>
              {t('problems.priorityIs', { grade: t(`pains.grade_${changed?.priority ?? priority ?? 'little_data'}`) })}
            </strong>{' '}
            {changed && t('problems.changedBy', { by: changed.by, reason: changed.reason })}
          </p>
          {may('change.manage') && (
            <div className="row no-print">
              <Button variant="default" size="compact-md" onClick={() => setChanging(process)}>
                {t('problems.changePriority')}
              </Button>
            </div>
          )}
        </div>
      ))}
      {changing !== null && <PriorityDialog id={problem.id} process={changing} close={() => setChanging(null)} />}
    </section>
  )
}

function Quotes({ problem }: { readonly problem: ProblemWhole }) {
  const { t } = useTranslation()
  const may = useMay()
  const [choosing, setChoosing] = useState(false)
  const { quotes, quotable, topics } = problem
  return (
    <section className="panel stack-tight" aria-label={t('problems.quotes')}>
      <h2>{t('problems.quotes')}</h2>
      {quotes.map(({ statement, text }) => (
        <blockquote key={statement} style={{ margin: 0, overflowWrap: 'anywhere' }}>
          «{text}»
        </blockquote>
      ))}
      {quotes.length === 0 && (
        <p style={{ margin: 0 }}>{t(quotable ? 'problems.noQuotes' : 'problems.tooFewToQuote')}</p>
      )}
      {topics[0] !== undefined && (
        <Link to="/voices/all" search={{ code: topics[0] }}>
          {t('problems.toStatements')}
        </Link>
      )}
      {quotable && may(chooseQuotes) && (
        <div className="row no-print">
          <Button variant="default" onClick={() => setChoosing(true)}>
            {t('problems.chooseQuotes')}
          </Button>
        </div>
      )}
      {choosing && <QuotesDialog problem={problem} close={() => setChoosing(false)} />}
    </section>
  )
}
