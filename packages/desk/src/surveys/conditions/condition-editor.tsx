import { Button, Fieldset, SegmentedControl } from '@mantine/core'
import type { Condition } from '@otklik/model/questionnaires'
import { conditionText } from '@otklik/model/questionnaires/sentences'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../shared/i18n/index.ts'
import type { SurveyForm } from '../survey-form.ts'
import { ConditionPart } from './condition-part.tsx'
import { conditionOf, type Part, type Simple, simpleOf } from './simple.ts'

interface ConditionEditorProps {
  readonly legend: string
  readonly form: SurveyForm
  /** Questions and rows that may be asked about, in order. */
  readonly subjects: readonly string[]
  readonly value: Condition | undefined
  readonly change: (condition: Condition | undefined) => void
}

const NEW: Part = { subject: '', operation: 'in', values: [] }

/** A condition as sentences that are put together out of lists; what is built in another way can be read and replaced. */
export function ConditionEditor({ legend, form, subjects, value, change }: ConditionEditorProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  // Lines that are not filled in yet stand here alone: the condition itself does not know them.
  const [simple, setSimple] = useState<Simple | null>(() => simpleOf(value))
  const put = (next: Simple) => {
    setSimple(next)
    change(conditionOf(next))
  }
  const sentence = value === undefined ? null : conditionText(value, form.prepared, language)
  return (
    <Fieldset legend={legend}>
      <div className="stack-tight">
        {sentence !== null && <p style={{ margin: 0 }}>{sentence}</p>}
        {simple === null ? (
          <>
            <p className="dim small" style={{ margin: 0 }}>
              {t('surveys.conditionOther')}
            </p>
            <div>
              <Button size="xs" variant="default" onClick={() => put({ join: 'all', parts: [] })}>
                {t('surveys.conditionReplace')}
              </Button>
            </div>
          </>
        ) : (
          <Parts simple={simple} put={put} form={form} subjects={subjects} />
        )}
      </div>
    </Fieldset>
  )
}

interface PartsProps extends Pick<ConditionEditorProps, 'form' | 'subjects'> {
  readonly simple: Simple
  readonly put: (next: Simple) => void
}

function Parts({ simple, put, form, subjects }: PartsProps) {
  const { t } = useTranslation()
  const { parts } = simple
  return (
    <>
      {parts.length > 1 && (
        <SegmentedControl
          aria-label={t('surveys.conditionJoin')}
          value={simple.join}
          data={[
            { value: 'all', label: t('surveys.conditionAll') },
            { value: 'any', label: t('surveys.conditionAny') },
          ]}
          onChange={(join) => put({ ...simple, join: join === 'any' ? 'any' : 'all' })}
        />
      )}
      {parts.map((part, index) => (
        <ConditionPart
          // Lines have no names; one is only ever taken out or put at the end.
          key={`${index} ${parts.length}`}
          number={index + 1}
          form={form}
          subjects={subjects}
          part={part}
          change={(next) => put({ ...simple, parts: parts.with(index, next) })}
          remove={() => put({ ...simple, parts: parts.toSpliced(index, 1) })}
        />
      ))}
      <div>
        <Button size="xs" variant="default" onClick={() => put({ ...simple, parts: [...parts, NEW] })}>
          {t('surveys.conditionAdd')}
        </Button>
      </div>
    </>
  )
}
