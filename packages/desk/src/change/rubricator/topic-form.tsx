import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { countTopicHits, type RubricatorEdition, saveRubricator, splitTopic } from '@otklik/model/change/api'
import { STAGES, TOPIC_KINDS, type Topic, type TopicKind } from '@otklik/model/change/rubricator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

interface TopicFormProps {
  readonly rubricator: RubricatorEdition
  /** Null: a new one. */
  readonly topic: Topic | null
  /** Patterns proposed for a new one. */
  readonly words?: readonly string[]
  readonly close: () => void
}

const KINDS = ['problem', 'proposal', 'praise'] as const satisfies readonly TopicKind[]
const NEW: Topic = { code: '', name: '', process: null, stage: null, words: [], kind: 'problem' }
const wordsOf = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** A topic with its patterns, and how many texts each hits while it is being written; it can be split in two here. */
export function TopicForm({ rubricator, topic, words: proposed = [], close }: TopicFormProps) {
  const { t } = useTranslation()
  const [fields, setFields] = useState<Topic>(topic ?? NEW)
  const [words, setWords] = useState((topic?.words ?? proposed).join(', '))
  const [second, setSecond] = useState('')
  const set = (change: Partial<Topic>) => setFields((before) => ({ ...before, ...change }))
  const save = () => send(rubricator, topic, { ...fields, words: wordsOf(words) }, second.trim())
  return (
    <FormDialog
      side
      title={topic?.name ?? t('topics.add')}
      action={t('actions.save')}
      unready={fields.name.trim() === '' || fields.code.trim() === ''}
      save={save}
      close={close}
    >
      <TextInput
        data-autofocus
        label={t('topics.name')}
        required
        value={fields.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      {topic === null && (
        <TextInput
          label={t('topics.code')}
          description={t('topics.codeHint')}
          required
          value={fields.code}
          onChange={({ currentTarget }) => set({ code: currentTarget.value.trim() })}
        />
      )}
      <Kinds fields={fields} set={set} />
      <Textarea
        label={t('topics.words')}
        description={t('topics.wordsHint')}
        autosize
        minRows={3}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Hits words={wordsOf(words)} />
      {topic !== null && (
        <TextInput
          label={t('topics.split')}
          description={t('topics.splitHint')}
          value={second}
          onChange={({ currentTarget }) => setSecond(currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}

/** With a second name the topic is split: both parts get new codes, the old one stays with the past. */
function send({ edition, topics }: RubricatorEdition, topic: Topic | null, fields: Topic, second: string) {
  if (topic !== null && second !== '') {
    const codes = [1, 2].map((part) => `${topic.code}-${edition + 1}-${part}`)
    const into = [
      { ...fields, code: codes[0] ?? '' },
      { ...fields, code: codes[1] ?? '', name: second, words: [] },
    ]
    return call(splitTopic, { body: { edition, code: topic.code, into } })
  }
  const next = topic === null ? [...topics, fields] : topics.map((one) => (one.code === topic.code ? fields : one))
  return call(saveRubricator, { body: { edition, topics: next } })
}

interface KindsProps {
  readonly fields: Topic
  readonly set: (change: Partial<Topic>) => void
}

function Kinds({ fields, set }: KindsProps) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        label={t('problems.stage')}
        value={fields.stage ?? ''}
        data={[{ value: '', label: t('problems.noStage') }, ...STAGES]}
        onChange={({ currentTarget: { value } }) => set({ stage: value || null })}
      />
      <NativeSelect
        label={t('topics.kind')}
        value={fields.kind ?? 'problem'}
        data={KINDS.map((kind) => ({ value: kind, label: TOPIC_KINDS[kind] }))}
        onChange={({ currentTarget }) => set({ kind: KINDS.find((kind) => kind === currentTarget.value) ?? 'problem' })}
      />
    </>
  )
}

function Hits({ words }: { readonly words: readonly string[] }) {
  const { t } = useTranslation()
  const [settled] = useDebouncedValue(words.join('\n'), 400)
  const { data } = useQuery({
    ...asked(countTopicHits, { body: { words: wordsOf(settled) } }),
    enabled: settled !== '',
    placeholderData: (before) => before,
  })
  if (data === undefined) return null
  const told = data.patterns.map(({ word, hits }) => `${word} – ${hits ?? t('topics.notUnderstood')}`)
  return (
    <p className="small" style={{ margin: 0, overflowWrap: 'anywhere' }} aria-live="polite">
      {t('topics.hits', { any: data.any, texts: data.texts })} {told.join('; ')}
    </p>
  )
}
