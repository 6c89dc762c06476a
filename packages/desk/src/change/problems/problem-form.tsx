import { MultiSelect, NativeSelect, Textarea } from '@mantine/core'
import {
  listProcesses,
  makeProblem,
  type ProblemFields,
  type ProblemRecord,
  saveProblem,
} from '@otklik/model/change/api'
import { FEASIBILITY, FLAGS } from '@otklik/model/change/pains'
import { STAGES } from '@otklik/model/change/rubricator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useTopics } from '../use-topics.ts'

interface ProblemFormProps {
  /** Null: a new one. */
  readonly problem: ProblemRecord | null
  readonly close: () => void
}

const NEW: ProblemFields = {
  name: '',
  stage: null,
  feasibility: null,
  flag: null,
  flagReason: null,
  topics: [],
  processes: [],
  links: [],
}
const fieldsOf = ({
  name,
  stage,
  feasibility,
  flag,
  flagReason,
  topics,
  processes,
  links,
}: ProblemFields): ProblemFields => ({
  name,
  stage,
  feasibility,
  flag,
  flagReason,
  topics,
  processes,
  links,
})

/** What hurts, where, and how far it can be removed. */
export function ProblemForm({ problem, close }: ProblemFormProps) {
  const { t } = useTranslation()
  const [fields, setFields] = useState(problem === null ? NEW : fieldsOf(problem))
  const set = (change: Partial<ProblemFields>) => setFields((before) => ({ ...before, ...change }))
  const save = () =>
    problem === null
      ? call(makeProblem, { body: fields })
      : call(saveProblem, { params: { id: problem.id }, body: { version: problem.version, ...fields } })
  return (
    <FormDialog
      side
      title={t(problem === null ? 'problems.add' : 'problems.change')}
      action={t('actions.save')}
      unready={fields.name.trim() === '' || fields.processes.length === 0}
      save={save}
      close={close}
    >
      <Textarea
        data-autofocus
        label={t('problems.name')}
        description={t('problems.nameHint')}
        required
        maxLength={1000}
        value={fields.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <Places fields={fields} set={set} />
      <Weight fields={fields} set={set} />
    </FormDialog>
  )
}

interface PartProps {
  readonly fields: ProblemFields
  readonly set: (change: Partial<ProblemFields>) => void
}

function Places({ fields, set }: PartProps) {
  const { t } = useTranslation()
  const { current } = useTopics()
  const { data } = useQuery(asked(listProcesses, {}))
  return (
    <>
      <MultiSelect
        label={t('problems.topics')}
        description={t('problems.topicsHint')}
        searchable
        data={current.map(({ code, name }) => ({ value: code, label: name }))}
        value={fields.topics}
        onChange={(topics) => set({ topics })}
      />
      <MultiSelect
        label={t('problems.processes')}
        required
        searchable
        data={(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.processes}
        onChange={(processes) => set({ processes })}
      />
      <NativeSelect
        label={t('problems.stage')}
        value={fields.stage ?? ''}
        data={[{ value: '', label: t('problems.noStage') }, ...STAGES]}
        onChange={({ currentTarget: { value } }) => set({ stage: value || null })}
      />
    </>
  )
}

const GRADES = [3, 2, 1] as const
const FLAG_NAMES = ['safety', 'law'] as const

function Weight({ fields, set }: PartProps) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        label={t('problems.feasibility')}
        value={String(fields.feasibility ?? '')}
        data={[
          { value: '', label: t('problems.notJudged') },
          ...GRADES.map((grade) => ({ value: String(grade), label: FEASIBILITY[grade] })),
        ]}
        onChange={({ currentTarget }) =>
          set({ feasibility: GRADES.find((grade) => String(grade) === currentTarget.value) ?? null })
        }
      />
      <NativeSelect
        label={t('problems.flag')}
        value={fields.flag ?? ''}
        data={[{ value: '', label: t('actions.no') }, ...FLAG_NAMES.map((one) => ({ value: one, label: FLAGS[one] }))]}
        onChange={({ currentTarget }) => set({ flag: FLAG_NAMES.find((one) => one === currentTarget.value) ?? null })}
      />
      {fields.flag !== null && (
        <Textarea
          label={t('problems.flagReason')}
          required
          value={fields.flagReason ?? ''}
          onChange={({ currentTarget }) => set({ flagReason: currentTarget.value })}
        />
      )}
    </>
  )
}
