import { NumberInput, TextInput } from '@mantine/core'
import type { Campaign, CampaignFields } from '@otklik/model/surveys/api'
import { useTranslation } from 'react-i18next'
import { AuthoritySelect } from '../../access/organisations/authority-select.tsx'
import { AskedFields } from './asked-fields.tsx'
import { readOrigins } from './origins.ts'
import { QuestionnaireSelect } from './questionnaire-select.tsx'
import { SubjectSelect } from './subject-select.tsx'
import { TypedLines } from './typed-lines.tsx'

export interface CampaignFormFieldsProps {
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
      {!begun && <WhoseFields campaign={campaign} values={values} set={set} />}
      {values.authority !== '' && <SubjectFields campaign={campaign} values={values} set={set} />}
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
      <TypedLines
        label={t('surveys.frames')}
        description={t('surveys.framesHint')}
        initial={values.frames.join('\n')}
        take={(typed) => {
          const { origins, faulty } = readOrigins(typed)
          if (faulty.length > 0) return t('surveys.framesFaulty', { lines: faulty.join(', ') })
          set('frames', origins)
          return null
        }}
      />
    </>
  )
}

/** Whose campaign it is and what it asks. What hangs on either goes with it. */
function WhoseFields({ campaign, values, set }: CampaignFormFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <AuthoritySelect
        value={values.authority === '' ? null : values.authority}
        name={campaign?.authority.name ?? null}
        change={(authority) => {
          set('authority', authority ?? '')
          set('services', [])
          set('offices', [])
        }}
        words={{
          label: t('surveys.authority'),
          description: t('surveys.authorityHint'),
          placeholder: t('surveys.authorityChoose'),
        }}
      />
      <QuestionnaireSelect
        value={values.questionnaire}
        change={(questionnaire, languages) => {
          set('questionnaire', questionnaire)
          set('languages', [...languages])
          set('parameters', {})
          set('lists', {})
          set('quotas', [])
        }}
      />
    </>
  )
}

/** What it is about; nothing chosen: all that the authority has. */
function SubjectFields({ campaign, values, set }: CampaignFormFieldsProps) {
  const { t } = useTranslation()
  return (['services', 'offices'] as const).map((kind) => (
    <SubjectSelect
      key={`${kind} ${values.authority}`}
      kind={kind}
      label={t(`surveys.${kind}`)}
      description={t(`surveys.${kind}Hint`)}
      placeholder={t('surveys.subjectAll')}
      authority={values.authority}
      known={campaign?.[kind] ?? []}
      value={values[kind]}
      change={(ids) => set(kind, ids)}
    />
  ))
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
