import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { LETTERS } from '@otklik/model/certification'
import {
  addListRemark,
  type ListRemark,
  readEntryMaterials,
  type RemarkBody,
  saveListRemark,
} from '@otklik/model/certification/api'
import { ALL_REMARK_ASKS } from '@otklik/model/certification/list-remarks'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useRefreshed } from '../refreshed.ts'
import { bodyOf, type Typed, typedOf } from './typed-remark.ts'

interface RemarkFormProps {
  readonly entry: number
  /** Null: a new one. */
  readonly remark: ListRemark | null
  /** The letter of the signed sheet of self-check. */
  readonly letter: RemarkBody['materials']['level']
  readonly close: () => void
}

/** A remark on the draft of a year: what is proposed, the five kinds of material of пункт 10, the contacts of пункт 11. */
export function RemarkForm({ entry, remark, letter, close }: RemarkFormProps) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readEntryMaterials)
  const { values, set } = useFields<Typed>(typedOf(remark, letter))
  const save = () =>
    refreshed(() =>
      remark === null
        ? call(addListRemark, { params: { id: entry }, body: bodyOf(values) })
        : call(saveListRemark, { params: { id: remark.id }, body: { version: remark.version, ...bodyOf(values) } }),
    )
  const field = (name: keyof Typed, maxLength: number, type?: string) => (
    <TextInput
      label={t(`materials.field_${name}`)}
      maxLength={maxLength}
      {...(type !== undefined && { type })}
      value={values[name]}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
    />
  )
  const choice = (name: keyof Typed, options: readonly { value: string; label: string }[]) => (
    <NativeSelect
      label={t(`materials.field_${name}`)}
      value={values[name]}
      data={[...options]}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
    />
  )
  const none = { value: '', label: t('materials.notGiven') }
  return (
    <FormDialog title={t('materials.remark')} action={t('actions.save')} side save={save} close={close}>
      {choice(
        'asks',
        ALL_REMARK_ASKS.map((ask) => ({ value: ask, label: t(`materials.ask_${ask}`) })),
      )}
      <Textarea
        data-autofocus
        label={t('materials.field_text')}
        maxLength={10_000}
        rows={4}
        value={values.text}
        onChange={({ currentTarget }) => set('text', currentTarget.value)}
      />
      <h3 style={{ margin: 0 }}>{t('materials.point10')}</h3>
      {choice('level', [none, ...LETTERS.map((one) => ({ value: one, label: one }))])}
      {choice('monitoringBy', [
        { value: 'export', label: t('materials.by_export') },
        { value: 'letter', label: t('materials.by_letter') },
      ])}
      {field('monitoring', 1000)}
      {field('form', 2000, 'url')}
      {field('act', 2000)}
      {choice('massList', [
        { value: 'federal', label: t('materials.list_federal') },
        { value: 'regional', label: t('materials.list_regional') },
      ])}
      {field('mass', 500)}
      <h3 style={{ margin: 0 }}>{t('materials.point11')}</h3>
      <p className="dim small" style={{ margin: 0 }}>
        {t('materials.contactsHint')}
      </p>
      {field('authorityName', 500)}
      {field('authorityPhone', 100, 'tel')}
      {field('authorityEmail', 200, 'email')}
      {field('digitalName', 500)}
      {field('digitalPhone', 100, 'tel')}
      {field('digitalEmail', 200, 'email')}
    </FormDialog>
  )
}
