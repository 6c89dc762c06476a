import { Button } from '@mantine/core'
import { APPEAL_COURSE, type AppealEvent } from '@otklik/model/appeals'
import type { AppealCard } from '@otklik/model/appeals/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StepDialog } from './step-dialog.tsx'
import { type Step, STEPS } from './steps.ts'

/** The next step first; what else may be done stands beside it. */
export function NextSteps({ appeal }: { readonly appeal: AppealCard }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Step | null>(null)
  const steps = STEPS.filter((step) => appeal.allowed.includes(step))
  if (steps.length === 0) return <p className="dim small">{t('appeals.nothingToDo')}</p>
  const capital = (event: AppealEvent): string => {
    const word = APPEAL_COURSE.events[event]
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  return (
    <div className="row">
      {steps.map((step, at) => (
        <Button key={step} variant={at === 0 ? 'filled' : 'default'} onClick={() => setChosen(step)}>
          {capital(step)}
        </Button>
      ))}
      {chosen !== null && (
        <StepDialog step={chosen} title={capital(chosen)} appeal={appeal} close={() => setChosen(null)} />
      )}
    </div>
  )
}
