import { Checkbox, TextInput } from '@mantine/core'
import type { AppealFields } from '@otklik/model/appeals/api'
import { useTranslation } from 'react-i18next'

interface ContactFieldsProps {
  readonly fields: AppealFields
  readonly set: (change: Partial<AppealFields>) => void
}

const PARTS = ['name', 'mail', 'phone', 'address'] as const

/** Who wrote: sealed as soon as it is sent. Letters go only with consent. */
export function ContactFields({ fields, set }: ContactFieldsProps) {
  const { t } = useTranslation()
  const contact = fields.contact ?? { name: null, mail: null, phone: null, address: null }
  return (
    <fieldset className="stack" style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>
        <strong>{t('appeals.contact')}</strong> <span className="dim small">{t('appeals.contactHint')}</span>
      </legend>
      {PARTS.map((part) => (
        <TextInput
          key={part}
          label={t(`appeals.contact_${part}`)}
          type={part === 'mail' ? 'email' : 'text'}
          autoComplete="off"
          value={contact[part] ?? ''}
          onChange={({ currentTarget }) => set({ contact: { ...contact, [part]: currentTarget.value || null } })}
        />
      ))}
      {contact.mail !== null && (
        <Checkbox
          label={t('appeals.consent')}
          checked={fields.consent !== null}
          onChange={({ currentTarget }) => set({ consent: currentTarget.checked ? t('appeals.consentWay') : null })}
        />
      )}
    </fieldset>
  )
}
