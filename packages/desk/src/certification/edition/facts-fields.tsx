import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { ENDING_YEARS, ENDINGS, FORMS, LETTERS, type YearFacts } from '@otklik/model/certification'
import { useTranslation } from 'react-i18next'

interface FactsFieldsProps {
  readonly values: YearFacts
  readonly set: <K extends keyof YearFacts>(field: K, value: YearFacts[K]) => void
  /** The form was tried to be sent. */
  readonly tried: boolean
}

export function FactsFields({ values, set, tried }: FactsFieldsProps) {
  const { t } = useTranslation()
  const flag = (field: 'roadMapFailed' | 'contacts' | 'access') => (
    <Checkbox
      label={t(`edition.${field}`)}
      checked={values[field]}
      onChange={({ currentTarget }) => set(field, currentTarget.checked)}
    />
  )
  return (
    <>
      <NativeSelect
        data-autofocus
        label={t('edition.selfCheck')}
        value={values.selfCheck ?? ''}
        data={[{ value: '', label: t('edition.noSelfCheck') }, ...LETTERS]}
        onChange={({ currentTarget: { value } }) =>
          set('selfCheck', LETTERS.find((letter) => letter === value) ?? null)
        }
      />
      <NativeSelect
        label={t('edition.form')}
        value={values.form}
        data={FORMS.map((form) => ({ value: form, label: t(`edition.form_${form}`) }))}
        onChange={({ currentTarget: { value } }) => set('form', FORMS.find((form) => form === value) ?? values.form)}
      />
      {flag('contacts')}
      {flag('access')}
      {flag('roadMapFailed')}
      <EndingFields values={values} set={set} tried={tried} />
      <TextInput
        label={t('edition.mass')}
        description={t('edition.massHint')}
        maxLength={500}
        value={values.mass ?? ''}
        onChange={({ currentTarget: { value } }) => set('mass', value === '' ? null : value)}
      />
    </>
  )
}

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
const WAYS = Object.keys(ENDINGS) as readonly (keyof typeof ENDINGS)[]
const YEARS = Object.keys(ENDING_YEARS) as readonly (keyof typeof ENDING_YEARS)[]

/** What becomes of the object by an act, where one says so. */
function EndingFields({ values: { ending }, set, tried }: FactsFieldsProps) {
  const { t } = useTranslation()
  const choose = (value: string) => {
    const way = WAYS.find((one) => one === value)
    set('ending', way === undefined ? null : { when: 'this_year', act: '', ...ending, way })
  }
  return (
    <>
      <NativeSelect
        label={t('edition.ending')}
        value={ending?.way ?? ''}
        data={[
          { value: '', label: t('edition.noEnding') },
          ...WAYS.map((way) => ({ value: way, label: t(`edition.way_${way}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      {ending !== null && (
        <>
          <NativeSelect
            label={t('edition.when')}
            value={ending.when}
            data={YEARS.map((when) => ({ value: when, label: t(`edition.when_${when}`) }))}
            onChange={({ currentTarget: { value } }) =>
              set('ending', { ...ending, when: YEARS.find((when) => when === value) ?? ending.when })
            }
          />
          <TextInput
            label={t('edition.act')}
            description={t('edition.actHint')}
            error={tried && ending.act.trim() === '' && t('edition.needAct')}
            maxLength={1000}
            value={ending.act}
            onChange={({ currentTarget: { value } }) => set('ending', { ...ending, act: value })}
          />
        </>
      )}
    </>
  )
}
