import { Button, Checkbox } from '@mantine/core'
import type { Option, Question, Row } from '@otklik/model/questionnaires'
import { useTranslation } from 'react-i18next'
import { freshEntry, moved, withoutAbsent } from './edits.ts'
import { MoveButtons } from './move-buttons.tsx'
import { TextFields } from './text-fields.tsx'

interface EntriesProps {
  readonly question: Question
  readonly languages: readonly string[]
  readonly set: (fields: Partial<Question>) => void
}

/** The rows of a matrix and the options of a choice, each with its buttons. */
export function Entries({ question, languages, set }: EntriesProps) {
  const { t } = useTranslation()
  const { type, options = [], rows = [] } = question
  const choice = type === 'one' || type === 'many' || type === 'scale' || type === 'matrix'
  return (
    <>
      {type === 'matrix' && (
        <EntryList<Row>
          title={t('editor.rows')}
          add={t('editor.addRow')}
          kind="r"
          entries={rows}
          languages={languages}
          change={(next) => set({ rows: next })}
        />
      )}
      {choice && (
        <EntryList<Option>
          title={t(type === 'scale' ? 'editor.missingOptions' : 'editor.options')}
          add={t('editor.addOption')}
          kind="a"
          entries={options}
          languages={languages}
          change={(next) => set({ options: next.length === 0 && type !== 'one' && type !== 'many' ? undefined : next })}
          flags={(option, change) => <OptionFlags option={option} many={type === 'many'} change={change} />}
        />
      )}
    </>
  )
}

interface EntryListProps<Entry extends Option | Row> {
  readonly title: string
  readonly add: string
  readonly kind: 'a' | 'r'
  readonly entries: readonly Entry[]
  readonly languages: readonly string[]
  readonly change: (entries: readonly Entry[]) => void
  readonly flags?: (entry: Entry, change: (entry: Entry) => void) => React.ReactNode
}

function EntryList<Entry extends Option | Row>(props: EntryListProps<Entry>) {
  const { title, add, kind, entries, languages, change, flags } = props
  const fresh = { code: freshEntry(kind, entries), text: {} }
  const put = (entry: Entry) => change(entries.map((one) => (one.code === entry.code ? withoutAbsent(entry) : one)))
  return (
    <fieldset className="stack-tight" style={{ margin: 0, minWidth: 0 }}>
      <legend>{title}</legend>
      {entries.map((entry, index) => (
        <div key={entry.code} className="stack-tight" role="group" aria-label={`${title} ${index + 1}`}>
          <TextFields
            label={`${index + 1}`}
            languages={languages}
            value={entry.text}
            change={(text) => put({ ...entry, text })}
          />
          <MoveButtons
            move={(by) => change(moved(entries, entry.code, by))}
            remove={() => change(entries.filter((one) => one.code !== entry.code))}
          >
            {flags?.(entry, put)}
          </MoveButtons>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          // A code and a text are all that an option or a row must have.
          onClick={() => change([...entries, fresh as Entry])}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  )
}

interface OptionFlagsProps {
  readonly option: Option
  readonly many: boolean
  readonly change: (option: Option) => void
}

const FLAGS = ['missing', 'other', 'end', 'exclusive'] as const

function OptionFlags({ option, many, change }: OptionFlagsProps) {
  const { t } = useTranslation()
  return FLAGS.filter((flag) => many || flag !== 'exclusive').map((flag) => (
    <Checkbox
      key={flag}
      size="xs"
      label={t(`editor.flag_${flag}`)}
      checked={option[flag] ?? false}
      onChange={({ currentTarget }) => change({ ...option, [flag]: currentTarget.checked || undefined })}
    />
  ))
}
