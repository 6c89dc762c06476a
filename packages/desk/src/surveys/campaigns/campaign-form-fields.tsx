import { Checkbox, Fieldset, NumberInput, TextInput } from '@mantine/core'
import type { Campaign, CampaignFields } from '@otklik/model/surveys/api'
import { useTranslation } from 'react-i18next'
import { AuthoritySelect } from '../../access/organisations/authority-select.tsx'
import { useSurveyForm } from '../survey-form.ts'
import { languageName } from '../language-name.ts'
import { QuestionnaireSelect } from './questionnaire-select.tsx'
import { QuotaFields } from './quota-fields.tsx'

interface CampaignFormFieldsProps {
  readonly campaign: Campaign | null
  readonly values: CampaignFields
  readonly set: <K extends keyof CampaignFields>(field: K, value: CampaignFields[K]) => void
}

export function CampaignFormFields({ campaign, values, set }: CampaignFormFieldsProps) {
  const { t } = useTranslation()
  // Whose it is and what it asks stays once it has begun.
  const begun = campaign !== null && campaign.state !== 'draft'
  return (
    <>
      <TextInput
        data-autofocus
        label={t('surveys.name')}
        description={t('surveys.nameHint')}
        required
        withAsterisk={false}
        maxLength={300}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
      />
      {!begun && (
        <>
          <AuthoritySelect
            value={values.authority === '' ? null : values.authority}
            name={campaign?.authority.name ?? null}
            change={(authority) => set('authority', authority ?? '')}
          />
          <QuestionnaireSelect
            value={values.questionnaire}
            change={(questionnaire, languages) => {
              set('questionnaire', questionnaire)
              set('languages', [...languages])
            }}
          />
        </>
      )}
      <div className="columns">
        <DayInput label={t('surveys.from')} value={values.from} change={(day) => set('from', day)} />
        <DayInput label={t('surveys.to')} value={values.to} change={(day) => set('to', day)} />
      </div>
      <NumberInput
        label={t('surveys.target')}
        description={t('surveys.targetHint')}
        min={1}
        max={10_000_000}
        allowDecimal={false}
        value={values.target ?? ''}
        onChange={(value) => set('target', typeof value === 'number' ? value : null)}
      />
      {values.questionnaire.code !== '' && <AskedFields values={values} set={set} />}
    </>
  )
}

interface DayInputProps {
  readonly label: string
  readonly value: string | null
  readonly change: (day: string | null) => void
}

function DayInput({ label, value, change }: DayInputProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => change(currentTarget.value === '' ? null : currentTarget.value)}
    />
  )
}

/** What depends on the questionnaire: languages, parameters of its texts, quotas over its answers. */
function AskedFields({ values, set }: Omit<CampaignFormFieldsProps, 'campaign'>) {
  const { t } = useTranslation()
  const form = useSurveyForm(values.questionnaire.code, values.questionnaire.version)
  if (form === undefined) return null
  const { languages, parameters = {} } = form.prepared.questionnaire
  return (
    <>
      <Fieldset legend={t('surveys.languages')}>
        <Checkbox.Group value={values.languages} onChange={(chosen) => set('languages', chosen)}>
          <div className="row">
            {languages.map((language) => (
              <Checkbox key={language} value={language} label={languageName(language)} />
            ))}
          </div>
        </Checkbox.Group>
      </Fieldset>
      {Object.entries(parameters).map(([name, usual]) => (
        <TextInput
          key={name}
          label={t('surveys.parameter', { name })}
          description={t('surveys.parameterHint', { usual })}
          maxLength={200}
          value={values.parameters[name] ?? ''}
          onChange={({ currentTarget }) => set('parameters', { ...values.parameters, [name]: currentTarget.value })}
        />
      ))}
      <QuotaFields form={form} quotas={values.quotas} change={(quotas) => set('quotas', quotas)} />
    </>
  )
}
