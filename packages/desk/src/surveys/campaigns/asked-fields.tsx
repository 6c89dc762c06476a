import { Checkbox, Fieldset, TextInput } from '@mantine/core'
import type { CampaignFields } from '@otklik/model/surveys/api'
import { useTranslation } from 'react-i18next'
import { languageName } from '../language-name.ts'
import { useSurveyForm } from '../survey-form.ts'
import type { CampaignFormFieldsProps } from './campaign-form-fields.tsx'
import { printOwnList, readOwnList } from './own-list.ts'
import { QuotaFields } from './quota-fields.tsx'
import { TypedLines } from './typed-lines.tsx'

type Props = Omit<CampaignFormFieldsProps, 'campaign'>

/** What depends on the questionnaire: languages, parameters of its texts, lists of the register, quotas over its answers. */
export function AskedFields({ values, set }: Props) {
  const { t } = useTranslation()
  const form = useSurveyForm(values.questionnaire.code, values.questionnaire.version)
  if (form === undefined) return null
  const { languages, parameters = {}, lists = {} } = form.prepared.questionnaire
  const ofRegister = Object.entries(lists).flatMap(([name, list]) => (typeof list === 'string' ? [name] : []))
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
      {ofRegister.map((name) => (
        <OwnList key={`${name} ${values.languages.join()}`} name={name} values={values} set={set} />
      ))}
      <QuotaFields form={form} quotas={values.quotas} change={(quotas) => set('quotas', quotas)} />
    </>
  )
}

/** Entries that are asked in place of the register's. */
function OwnList({ name, values, set }: Props & { readonly name: string }) {
  const { t } = useTranslation()
  const { languages, lists } = values
  const take = (typed: string): string | null => {
    const { entries, faulty } = readOwnList(typed, languages)
    if (faulty.length > 0) return t('surveys.listFaulty', { lines: faulty.join(', ') })
    set('lists', withList(lists, name, entries))
    return null
  }
  const many = languages.length > 1 && languages.map(languageName).join(' | ')
  return (
    <TypedLines
      label={t('surveys.list', { name })}
      description={many ? t('surveys.listHintMany', { languages: many }) : t('surveys.listHint')}
      initial={printOwnList(lists[name] ?? [], languages)}
      take={take}
    />
  )
}

function withList(lists: CampaignFields['lists'], name: string, entries: CampaignFields['lists'][string]) {
  const { [name]: _, ...others } = lists
  return entries.length === 0 ? others : { ...others, [name]: entries }
}
