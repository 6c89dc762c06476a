import { Button, MultiSelect } from '@mantine/core'
import { codeStatement, type CodingTask as Task, undoCoding } from '@otklik/model/change/api'
import { SOURCES } from '@otklik/model/change'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { useTopics } from '../use-topics.ts'
import classes from './coding.module.css'
import { MaskDialog } from './mask-dialog.tsx'
import { useKeys } from './use-keys.ts'

interface CodingTaskProps {
  readonly task: Task
  readonly blind: boolean
  readonly undo: { readonly statement: number; readonly text: string } | null
}

/** A text with its suggestions. Digits take them, with Shift beside others; 0: no problem; Enter: what is chosen; U: undo. */
export function CodingTask({ task, blind, undo }: CodingTaskProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<string[]>([])
  const [masking, setMasking] = useState<string | null>(null)
  const after = { onSuccess: () => client.invalidateQueries() }
  const saving = useMutation({
    mutationFn: (codes: readonly string[]) =>
      call(codeStatement, { params: { id: task.id }, body: { codes: [...codes], over: task.codes, blind } }),
    ...after,
  })
  const undoing = useMutation({ mutationFn: () => call(undoCoding, {}), ...after })
  const take = (code: string, more: boolean) => {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]
    if (more) setChosen(next)
    else saving.mutate([...chosen.filter((one) => one !== code), code])
  }
  useKeys(
    {
      Digit1: (more) => task.suggestions[0] && take(task.suggestions[0].code, more),
      Digit2: (more) => task.suggestions[1] && take(task.suggestions[1].code, more),
      Digit3: (more) => task.suggestions[2] && take(task.suggestions[2].code, more),
      Digit0: () => saving.mutate([]),
      Enter: () => chosen.length > 0 && saving.mutate(chosen),
      KeyU: () => undo !== null && undoing.mutate(),
    },
    saving.isPending || undoing.isPending || masking !== null,
  )
  const failed = saving.error ?? undoing.error
  return (
    <section className="panel stack" aria-label={t('voices.task')}>
      {failed && <FormTrouble error={failed} />}
      <blockquote className={classes.text}>{task.text}</blockquote>
      <TaskPlace task={task} />
      <Suggestions task={task} chosen={chosen} take={take} />
      <OtherTopics chosen={chosen} change={setChosen} />
      <div className="row">
        <Button disabled={chosen.length === 0} loading={saving.isPending} onClick={() => saving.mutate(chosen)}>
          {t('voices.save')}
        </Button>
        <Button variant="default" onClick={() => saving.mutate([])}>
          {t('voices.none')}
        </Button>
        <Button variant="default" disabled={undo === null} onClick={() => undoing.mutate()}>
          {t('voices.undo')}
        </Button>
        <Button variant="default" onClick={() => setMasking(String(getSelection() ?? '').trim())}>
          {t('voices.mask')}
        </Button>
      </div>
      <p className="dim small" style={{ margin: 0 }}>
        {t('voices.keys')}
      </p>
      {masking !== null && <MaskDialog id={task.id} selected={masking} close={() => setMasking(null)} />}
    </section>
  )
}

function TaskPlace({ task }: { readonly task: Task }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { processName, source, day, copies, rating } = task
  return (
    <p className="dim small" style={{ margin: 0 }}>
      {[
        processName,
        SOURCES[source],
        format.day(day),
        rating === null ? null : t('voices.rating', { rating }),
        copies > 1 ? t('voices.copies', { n: copies }) : null,
      ]
        .filter((one) => one !== null)
        .join(' · ')}
    </p>
  )
}

interface SuggestionsProps {
  readonly task: Task
  readonly chosen: readonly string[]
  readonly take: (code: string, more: boolean) => void
}

function Suggestions({ task, chosen, take }: SuggestionsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { nameOf } = useTopics()
  return (
    <ol className={classes.suggestions}>
      {task.suggestions.map(({ code, p, because }, at) => (
        <li key={code}>
          <button
            type="button"
            className={classes.suggestion}
            aria-pressed={chosen.includes(code)}
            onClick={({ shiftKey }) => take(code, shiftKey)}
          >
            <kbd>{at + 1}</kbd>
            <span>{nameOf(code)}</span>
            <span className="num">{format.percent(p * 100)}</span>
            <span className="dim small">
              {because.length > 0 ? t('voices.because', { words: because.join(', ') }) : t('voices.noWords')}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

interface OtherTopicsProps {
  readonly chosen: string[]
  readonly change: (codes: string[]) => void
}

function OtherTopics({ chosen, change }: OtherTopicsProps) {
  const { t } = useTranslation()
  const { current } = useTopics()
  return (
    <MultiSelect
      label={t('voices.topics')}
      description={t('voices.topicsHint')}
      searchable
      data={current.map(({ code, name }) => ({ value: code, label: name }))}
      value={chosen}
      onChange={change}
    />
  )
}
