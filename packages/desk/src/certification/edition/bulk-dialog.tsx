import { NativeSelect } from '@mantine/core'
import { type ListEdition, type ListEntry, readList, saveEntries } from '@otklik/model/certification/api'
import { FORMS, LETTERS } from '@otklik/model/certification'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { FormNotice } from '../../shared/ui/form-trouble.tsx'
import { useRefreshed } from '../refreshed.ts'
import { type BulkChange, changedEntries } from './bulk.ts'

interface BulkDialogProps {
  readonly edition: ListEdition
  readonly entries: readonly ListEntry[]
  readonly done: () => void
  readonly close: () => void
}

const NONE = 'none'

/** Sets the same for all chosen entries; what is left alone stays as it is with each. */
export function BulkDialog({ edition, entries, done, close }: BulkDialogProps) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readList)
  const [tried, setTried] = useState(false)
  const [change, setChange] = useState<BulkChange>({})
  const nothing = Object.keys(change).length === 0
  const put = (field: keyof BulkChange, value: BulkChange) =>
    setChange(({ [field]: _, ...others }) => ({ ...others, ...value }))
  const save = () =>
    refreshed(() =>
      call(saveEntries, { params: { id: edition.id }, body: { entries: changedEntries(entries, change) } }),
    )
  const flag = (field: 'contacts' | 'access' | 'roadMapFailed') => (
    <NativeSelect
      label={t(`edition.${field}`)}
      value={change[field] === undefined ? '' : String(change[field])}
      data={[
        { value: '', label: t('edition.leave') },
        { value: 'true', label: t('actions.yes') },
        { value: 'false', label: t('actions.no') },
      ]}
      onChange={({ currentTarget: { value } }) => put(field, value === '' ? {} : { [field]: value === 'true' })}
    />
  )
  return (
    <FormDialog
      title={t('edition.bulkTitle', { count: entries.length })}
      action={t('actions.save')}
      unready={nothing}
      refused={() => setTried(true)}
      save={save}
      saved={done}
      close={close}
    >
      {tried && nothing && <FormNotice>{t('edition.bulkNothing')}</FormNotice>}
      <p style={{ margin: 0 }}>{t('edition.bulkText')}</p>
      <NativeSelect
        data-autofocus
        label={t('edition.selfCheck')}
        value={change.selfCheck === undefined ? '' : (change.selfCheck ?? NONE)}
        data={[{ value: '', label: t('edition.leave') }, { value: NONE, label: t('edition.noSelfCheck') }, ...LETTERS]}
        onChange={({ currentTarget: { value } }) =>
          put('selfCheck', value === '' ? {} : { selfCheck: LETTERS.find((letter) => letter === value) ?? null })
        }
      />
      <NativeSelect
        label={t('edition.form')}
        value={change.form ?? ''}
        data={[
          { value: '', label: t('edition.leave') },
          ...FORMS.map((form) => ({ value: form, label: t(`edition.form_${form}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const form = FORMS.find((one) => one === value)
          put('form', form === undefined ? {} : { form })
        }}
      />
      {flag('contacts')}
      {flag('access')}
      {flag('roadMapFailed')}
    </FormDialog>
  )
}
