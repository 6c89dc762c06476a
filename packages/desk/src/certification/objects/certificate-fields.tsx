import { NumberInput, TextInput } from '@mantine/core'
import type { ObjectFields } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../shared/i18n/index.ts'
import classes from './certificate-fields.module.css'
import type { ObjectFormFieldsProps } from './object-form-fields.tsx'

interface CertificateFieldsProps extends Pick<ObjectFormFieldsProps, 'values' | 'set'> {
  readonly error: (field: keyof ObjectFields) => string | undefined
}

/** The level, and the days of the certificate if there is one. */
export function CertificateFields({ values, set, error }: CertificateFieldsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const day = (field: 'validFrom' | 'validTo') => (
    <TextInput
      type="date"
      label={t(`objects.${field}`)}
      error={error(field)}
      value={values[field] ?? ''}
      onChange={({ currentTarget: { value } }) => set(field, value === '' ? null : value)}
    />
  )
  return (
    <fieldset className={classes.certificate}>
      <legend>{t('objects.levelAndCertificate')}</legend>
      <p className="dim small">{t('objects.certificateHint')}</p>
      <div className={classes.fields}>
        <NumberInput
          label={t('objects.level')}
          error={error('level')}
          min={0}
          max={100}
          decimalScale={2}
          decimalSeparator={language === 'ru' ? ',' : '.'}
          allowedDecimalSeparators={[',', '.']}
          hideControls
          value={values.level ?? ''}
          onChange={(value) => set('level', typeof value === 'number' ? value : null)}
        />
        {day('validFrom')}
        {day('validTo')}
      </div>
    </fieldset>
  )
}
