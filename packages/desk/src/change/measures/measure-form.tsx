import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import {
  listExecutors,
  type MeasureFields,
  planMeasure,
  type ProblemWhole,
  readPainSettings,
} from '@otklik/model/change/api'
import { proposedDeadline } from '@otklik/model/change/measures'
import { type PainSettings, USUAL_SETTINGS } from '@otklik/model/change/pains'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useToday } from '../use-today.ts'

interface MeasureFormProps {
  readonly problem: ProblemWhole
  readonly close: () => void
}

/** The deadline that the sharpest priority of the problem proposes; the longest where there is none. */
function deadlineFor({ rows }: ProblemWhole, today: string, settings: PainSettings): string {
  const grades = rows.map(({ changed, priority }) => changed?.priority ?? priority)
  const sharpest = (['high', 'medium', 'low'] as const).find((grade) => grades.includes(grade))
  return proposedDeadline(sharpest ?? 'low', today, settings)
}

/** Plans a measure for a problem, in all of its processes. */
export function MeasureForm({ problem, close }: MeasureFormProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const today = useToday()
  const [fields, setFields] = useState<MeasureFields>({
    text: '',
    problems: [problem.id],
    processes: problem.processes,
    department: null,
    person: null,
    due: null,
  })
  const { data } = useQuery(asked(readPainSettings, {}))
  const due = fields.due ?? deadlineFor(problem, today, data?.settings ?? USUAL_SETTINGS)
  const set = (change: Partial<MeasureFields>) => setFields((before) => ({ ...before, ...change }))
  return (
    <FormDialog
      side
      title={t('measures.plan')}
      action={t('measures.planAction')}
      unready={fields.text.trim() === ''}
      save={() => call(planMeasure, { body: { ...fields, due } })}
      saved={({ id }) => void navigate({ to: '/measures/$measure', params: { measure: String(id) } })}
      close={close}
    >
      <Textarea
        data-autofocus
        label={t('measures.text')}
        required
        maxLength={2000}
        value={fields.text}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      <Responsible fields={fields} set={set} />
      <TextInput
        type="date"
        label={t('measures.due')}
        description={t('measures.dueHint')}
        required
        value={due}
        onChange={({ currentTarget: { value } }) => set({ due: value || null })}
      />
    </FormDialog>
  )
}

interface ResponsibleProps {
  readonly fields: MeasureFields
  readonly set: (change: Partial<MeasureFields>) => void
}

function Responsible({ fields, set }: ResponsibleProps) {
  const { t } = useTranslation()
  const { data } = useQuery(asked(listExecutors, {}))
  return (
    <>
      <TextInput
        label={t('measures.department')}
        maxLength={500}
        value={fields.department ?? ''}
        onChange={({ currentTarget: { value } }) => set({ department: value || null })}
      />
      <NativeSelect
        label={t('measures.person')}
        description={t('measures.personHint')}
        value={fields.person ?? ''}
        data={[
          { value: '', label: t('measures.nobody') },
          ...(data?.rows ?? []).map(({ id, name, organisation }) => ({ value: id, label: `${name}, ${organisation}` })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ person: value || null })}
      />
    </>
  )
}
