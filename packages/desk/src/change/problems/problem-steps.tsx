import { Button, Textarea } from '@mantine/core'
import { declineProblem, type ProblemWhole, reopenProblem, solveProblem } from '@otklik/model/change/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

const STEPS = ['solve', 'decline', 'reopen'] as const
type Step = (typeof STEPS)[number]

/** What may be decided about a problem now; the server says which. */
export function ProblemSteps({ problem }: { readonly problem: ProblemWhole }) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<Step | null>(null)
  const [reason, setReason] = useState('')
  const params = { id: problem.id }
  const save = () => {
    if (doing === 'solve') return call(solveProblem, { params })
    return call(doing === 'decline' ? declineProblem : reopenProblem, { params, body: { reason: reason.trim() } })
  }
  return (
    <>
      {STEPS.filter((step) => problem.allowed.includes(step)).map((step) => (
        <Button key={step} variant="default" onClick={() => setDoing(step)}>
          {t(`problems.${step}`)}
        </Button>
      ))}
      {doing !== null && (
        <FormDialog
          title={t(`problems.${doing}`)}
          action={t(`problems.${doing}`)}
          save={save}
          close={() => setDoing(null)}
        >
          <p style={{ margin: 0 }}>{problem.name}</p>
          {doing !== 'solve' && (
            <Textarea
              data-autofocus
              label={t('problems.why')}
              description={t('problems.whyRead')}
              required
              maxLength={2000}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
        </FormDialog>
      )}
    </>
  )
}
