import { Button } from '@mantine/core'
import { createYearList, type ListOverview, type YearLists } from '@otklik/model/certification/api'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { duesOfYear, isMissed } from './due.ts'
import { DueList } from './due-list.tsx'
import { EarlierEditions } from './earlier-editions.tsx'
import { EditionLine } from './edition-line.tsx'
import classes from './lists.module.css'
import { inForce, isOwnSubmission, stepOfYear } from './next-step.ts'

interface YearCardProps {
  readonly lists: YearLists
  readonly overview: ListOverview
}

/** The list of one reporting year. */
export function YearCard({ lists, overview }: YearCardProps) {
  const { t } = useTranslation()
  const { year, editions } = lists
  const [latest] = editions
  const shown = [...new Set([latest, inForce(editions)])].filter((one) => one !== undefined)
  return (
    <section className={`panel ${classes.card}`} aria-labelledby={`list-${year}`}>
      <div className={classes.title}>
        <h2 id={`list-${year}`}>{t('lists.year', { year })}</h2>
      </div>
      {latest === undefined && <NotBegun lists={lists} overview={overview} />}
      {shown.map((edition) => (
        <EditionLine key={edition.id} edition={edition} />
      ))}
      {latest !== undefined && isOwnSubmission(latest) && <span className="dim">{t('lists.ownSubmission')}</span>}
      <YearStep lists={lists} base={inForce(overview.single)?.number} />
      <DueList dues={duesOfYear(lists, overview)} />
      <EarlierEditions editions={editions.filter((one) => !shown.includes(one))} />
    </section>
  )
}

/** Why there is no list of the year, and what it waits for. */
function NotBegun({ lists, overview }: YearCardProps) {
  const { t } = useTranslation()
  const may = useMay()
  const waits = may('lists.prepare') && lists.allowed.length === 0 && inForce(overview.single) === undefined
  return (
    <span className="dim">
      {t(`lists.${nothingYet(lists, overview)}`)}
      {waits && ` ${t('lists.singleFirst')}`}
    </span>
  )
}

/** Who sees published editions only can't tell whether there is a draft. */
const nothingYet = (lists: YearLists, { today, draft }: ListOverview) =>
  draft === null ? 'yearHidden' : isMissed(lists, today) ? 'yearMissed' : 'yearNone'

interface YearStepProps {
  readonly lists: YearLists
  /** The number of the edition that a new list is built from. */
  readonly base: number | undefined
}

function YearStep({ lists, base }: YearStepProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const step = stepOfYear(lists)
  const [latest] = lists.editions
  const { year } = lists
  if (step === null || step === 'fill') return null
  const create = async () => {
    const { id } = await call(createYearList, { body: { year } })
    await navigate({ to: '/lists/$list', params: { list: String(id) } })
  }
  if (step === 'create')
    return (
      <div>
        <Button onClick={() => setCreating(true)}>{t('lists.step_create')}</Button>
        {creating && (
          <ConfirmDialog
            title={t('lists.createTitle', { year })}
            action={t('lists.step_create')}
            run={create}
            close={() => setCreating(false)}
          >
            {t('lists.createText', { number: base ?? '' })}
          </ConfirmDialog>
        )}
      </div>
    )
  return (
    <div>
      <Button component={Link} to={`/lists/${latest?.id}`} variant={step === 'update' ? 'default' : 'filled'}>
        {t(`lists.step_${step}`)}
      </Button>
    </div>
  )
}
