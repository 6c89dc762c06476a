import { Button } from '@mantine/core'
import type { ListOverview } from '@otklik/model/certification/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { duesOfSingle } from './due.ts'
import { DueList } from './due-list.tsx'
import { EarlierEditions } from './earlier-editions.tsx'
import { EditionLine } from './edition-line.tsx'
import classes from './lists.module.css'
import { inForce, isOwnSubmission, type Step, stepOfSingle } from './next-step.ts'
import { useMay } from '../../access/rights.ts'

/** The single list: what holds, what is being decided, and the draft behind the next edition. */
export function SingleCard({ overview }: { readonly overview: ListOverview }) {
  const { t } = useTranslation()
  const may = useMay()
  const { single, draft } = overview
  const [latest] = single
  const holds = inForce(single)
  const shown = [...new Set([latest, holds])].filter((one) => one !== undefined)
  const step = stepOfSingle(overview, may('lists.prepare'))
  return (
    <section className={`panel ${classes.card}`} aria-labelledby="single-list">
      <div className={classes.title}>
        <h2 id="single-list">{t('lists.single')}</h2>
      </div>
      {shown.length === 0 && <span className="dim">{t('lists.singleNone')}</span>}
      {shown.map((edition) => (
        <EditionLine key={edition.id} edition={edition} />
      ))}
      {draft !== null && <DraftLine draft={draft} />}
      {latest !== undefined && isOwnSubmission(latest) && <span className="dim">{t('lists.ownSubmission')}</span>}
      <SingleStep step={step} latest={latest?.id} />
      <DueList dues={duesOfSingle(overview)} />
      <EarlierEditions editions={single.filter((one) => !shown.includes(one))} />
    </section>
  )
}

function DraftLine({ draft }: { readonly draft: NonNullable<ListOverview['draft']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { objects, removed, withoutAuthority } = draft
  const parts = [
    t('lists.objectsCount', { count: objects, n: format.count(objects) }),
    ...(withoutAuthority > 0 ? [t('lists.withoutAuthority', { n: format.count(withoutAuthority) })] : []),
    ...(removed > 0 ? [t('lists.removedCount', { n: format.count(removed) })] : []),
  ]
  return (
    <div>
      <Link to="/lists/objects">{t('lists.draft')}</Link>
      <span className="dim">: {parts.join(', ')}</span>
    </div>
  )
}

interface SingleStepProps {
  readonly step: Step | null
  readonly latest: number | undefined
}

function SingleStep({ step, latest }: SingleStepProps) {
  const { t } = useTranslation()
  if (step === 'decide' && latest !== undefined)
    return (
      <div>
        <Button component={Link} to={`/lists/${latest}`}>
          {t('lists.step_decide')}
        </Button>
      </div>
    )
  if (step !== 'fill' && step !== 'submit') return null
  return (
    <div>
      <Button component={Link} to="/lists/objects">
        {t(step === 'fill' ? 'lists.step_fill' : 'lists.step_submitSingle')}
      </Button>
    </div>
  )
}
