import { proposedRule } from '@otklik/model/appeals'
import { type AppealCard, readAppealChoices } from '@otklik/model/appeals/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { sendStep } from './send-step.ts'
import { StepField } from './step-field.tsx'
import { ASKS, type Step, type StepFields } from './steps.ts'

interface StepDialogProps {
  readonly step: Step
  readonly title: string
  readonly appeal: AppealCard
  readonly close: () => void
}

/** What a step asks for, and its sending; what is refused is said in the server's sentence. */
export function StepDialog({ step, title, appeal, close }: StepDialogProps) {
  const { t } = useTranslation()
  const choices = useQuery(asked(readAppealChoices, {}))
  const [given, setGiven] = useState<StepFields>({
    reason: '',
    text: '',
    way: appeal.contact ? 'mail' : 'page',
    outcome: 'explained',
    publish: true,
    days: 30,
    executor: '',
    rule: appeal.rule ?? proposedRule(appeal.kind, appeal.source),
    original: '',
  })
  // Until somebody is chosen, it is whoever stands first.
  const executor = given.executor || (choices.data?.executors[0]?.id ?? '')
  const fields = { ...given, executor }
  return (
    <FormDialog
      title={title}
      action={title}
      danger={step === 'void'}
      close={close}
      save={() => sendStep(step, appeal.id, fields)}
    >
      {ASKS[step].map((name, at) => (
        <StepField
          key={name}
          name={name}
          label={t(`appeals.ask_${name === 'text' ? textOf(step) : name}`)}
          first={at === 0}
          fields={fields}
          choices={choices.data}
          set={(change) => setGiven((now) => ({ ...now, ...change }))}
        />
      ))}
    </FormDialog>
  )
}

const textOf = (step: Step): 'addressee' | 'ground' | 'text' =>
  step === 'forward' ? 'addressee' : step === 'answer' ? 'text' : 'ground'
