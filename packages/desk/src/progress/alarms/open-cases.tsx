import { Button, Switch } from '@mantine/core'
import type { AlarmCase } from '@otklik/model/progress/api'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FileLinks } from '../../shared/table/file-links.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { caseFiles } from './alarm-files.ts'
import { CaseList } from './case-list.tsx'
import classes from './case-list.module.css'
import { AlarmScope } from './alarm-scope.tsx'
import { useCases } from './use-cases.ts'

const route = getRouteApi('/desk/')
const SHOWN = 5

/** One growth, one entry: those that go on, then those that ended and wait for a word; the acknowledged ones on demand. */
export function OpenCases() {
  const { t } = useTranslation()
  const { alarms: which } = route.useSearch()
  const navigate = route.useNavigate()
  const { service, authority } = useSlice()
  const query = useCases(which)
  const toggle = (all: boolean) =>
    void navigate({
      search: (before) => ({ ...before, alarms: all ? ('all' as const) : undefined }),
      resetScroll: false,
    })
  return (
    <section className="panel stack" aria-label={t('alarms.title')}>
      <div className="row-ends">
        <h2>{t('alarms.title')}</h2>
        <Switch
          className="no-print"
          label={t('alarms.showAcknowledged')}
          checked={which === 'all'}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
      </div>
      <AlarmScope />
      <Asked query={query} lines={3}>
        {(found) => (
          <>
            <FoundCases {...found} />
            {found.cases.length > 0 && (
              <div className="row no-print">
                <FileLinks files={caseFiles({ state: which ?? 'open', service, authority })} />
              </div>
            )}
          </>
        )}
      </Asked>
    </section>
  )
}

interface FoundCasesProps {
  readonly judgedThrough: string | null
  readonly cases: readonly AlarmCase[]
  readonly expectedByChance: number
}

function FoundCases({ judgedThrough, cases, expectedByChance }: FoundCasesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const goOn = cases.filter(({ endedIn }) => endedIn === null)
  const ended = cases.filter(({ endedIn }) => endedIn !== null)
  const month = judgedThrough === null ? '' : format.month(judgedThrough)
  return (
    <>
      {goOn.length === 0 ? <p className="dim">{t('cases.none')}</p> : <SomeCases cases={goOn} />}
      {goOn.length > 0 && (
        <p className="dim small">
          {t('cases.byChance', { month, value: format.number(expectedByChance, 1) })} <Remaining cases={goOn} />
        </p>
      )}
      {ended.length > 0 && (
        <details className={classes.ended}>
          <summary>
            <h3>{t('cases.ended', { count: ended.length })}</h3>
          </summary>
          <SomeCases cases={ended} />
        </details>
      )}
    </>
  )
}

/** The first of them; the rest on demand, and all on paper. */
function SomeCases({ cases }: { readonly cases: readonly AlarmCase[] }) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  return (
    <>
      <CaseList cases={whole ? cases : cases.slice(0, SHOWN)} />
      {!whole && cases.length > SHOWN && (
        <Button
          variant="default"
          size="compact-md"
          style={{ justifySelf: 'start' }}
          className="no-print"
          onClick={() => setWhole(true)}
        >
          {t('alarms.showAll', { count: cases.length })}
        </Button>
      )}
      {!whole && cases.length > SHOWN && (
        <p className={classes.onPaper}>{t('cases.onPaper', { shown: SHOWN, all: cases.length })}</p>
      )}
    </>
  )
}

/** How many of the growths stay significant when one bears in mind how many services and shares were judged with them. */
function Remaining({ cases }: { readonly cases: readonly AlarmCase[] }) {
  const { t } = useTranslation()
  const corrected = cases.filter(({ remains }) => remains !== null)
  const remaining = corrected.filter(({ remains }) => remains).length
  return corrected.length === 0 ? null : t('alarms.remaining', { remaining, all: corrected.length })
}
