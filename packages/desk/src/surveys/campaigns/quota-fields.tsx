import { Button, Fieldset, NumberInput, TextInput } from '@mantine/core'
import type { Condition } from '@otklik/model/questionnaires'
import type { Quota } from '@otklik/model/surveys/api'
import { useTranslation } from 'react-i18next'
import { ConditionEditor } from '../conditions/condition-editor.tsx'
import type { SurveyForm } from '../survey-form.ts'

interface QuotaFieldsProps {
  readonly form: SurveyForm
  readonly quotas: readonly Quota[]
  readonly change: (quotas: Quota[]) => void
}

/** At most so many answers for which a condition holds. */
export function QuotaFields({ form, quotas, change }: QuotaFieldsProps) {
  const { t } = useTranslation()
  const subjects = [...form.prepared.items.keys()]
  const put = (index: number, quota: Quota) => change(quotas.with(index, quota))
  return (
    <Fieldset legend={t('surveys.quotas')}>
      <div className="stack">
        {quotas.length === 0 && <span className="dim small">{t('surveys.quotasNone')}</span>}
        {quotas.map((quota, index) => (
          // Quotas have no names of their own; one is only ever taken out or put at the end.
          <div key={`${index} ${quotas.length}`} className="stack-tight">
            <div className="row" style={{ alignItems: 'end' }}>
              <TextInput
                style={{ flex: '2 1 200px' }}
                label={t('surveys.quotaTitle', { number: index + 1 })}
                maxLength={200}
                value={quota.title}
                onChange={({ currentTarget }) => put(index, { ...quota, title: currentTarget.value })}
              />
              <NumberInput
                style={{ flex: '1 1 110px' }}
                label={t('surveys.quotaLimit')}
                min={1}
                max={1_000_000}
                allowDecimal={false}
                value={quota.limit}
                onChange={(value) => put(index, { ...quota, limit: Number(value) || 1 })}
              />
              <Button variant="default" onClick={() => change(quotas.toSpliced(index, 1))}>
                {t('surveys.remove')}
              </Button>
            </div>
            <ConditionEditor
              legend={t('surveys.quotaCondition')}
              form={form}
              subjects={subjects}
              // What the server keeps as a quota's condition is one: it has read it.
              value={quota.condition as Condition | undefined}
              change={(condition) => put(index, { ...quota, condition })}
            />
          </div>
        ))}
        <div>
          <Button
            variant="default"
            onClick={() => change([...quotas, { title: '', condition: undefined, limit: 100 }])}
          >
            {t('surveys.quotaAdd')}
          </Button>
        </div>
      </div>
    </Fieldset>
  )
}
