import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { type Stage, STAGES } from './board-search.ts'

interface StageTabsProps {
  readonly stages: Readonly<Record<Stage, number>>
  readonly chosen: Stage | undefined
  readonly choose: (stage: Stage | undefined) => void
}

/** How many objects stand at each stage; one narrows the table to them. */
export function StageTabs({ stages, chosen, choose }: StageTabsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const all = STAGES.reduce((sum, stage) => sum + stages[stage], 0)
  return (
    <div className="row no-print" role="group" aria-label={t('certifying.stages')} style={{ gap: 6 }}>
      <StageTab on={chosen === undefined} choose={() => choose(undefined)}>
        {t('certifying.allStages')} <span className="num">{format.count(all)}</span>
      </StageTab>
      {STAGES.map((stage) => (
        <StageTab key={stage} on={chosen === stage} choose={() => choose(chosen === stage ? undefined : stage)}>
          {t(`certifying.stage_${stage}`)} <span className="num">{format.count(stages[stage])}</span>
        </StageTab>
      ))}
    </div>
  )
}

interface StageTabProps {
  readonly on: boolean
  readonly choose: () => void
  readonly children: ReactNode
}

function StageTab({ on, choose, children }: StageTabProps) {
  return (
    <Button variant={on ? 'filled' : 'default'} size="compact-md" aria-pressed={on} onClick={choose}>
      <span style={{ display: 'inline-flex', gap: 6 }}>{children}</span>
    </Button>
  )
}
