import { NativeSelect, TextInput } from '@mantine/core'
import { maskFragment } from '@otklik/model/change/api'
import { MASKED, MASKED_KINDS, type MaskedKind } from '@otklik/model/change'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

interface MaskDialogProps {
  readonly id: number
  /** What was selected in the text. */
  readonly selected: string
  readonly close: () => void
}

/** Masks what the rules have missed, in the copies too. */
export function MaskDialog({ id, selected, close }: MaskDialogProps) {
  const { t } = useTranslation()
  const [fragment, setFragment] = useState(selected)
  const [kind, setKind] = useState<MaskedKind>('name')
  return (
    <FormDialog
      title={t('voices.maskTitle')}
      action={t('voices.mask')}
      unready={fragment === ''}
      save={() => call(maskFragment, { params: { id }, body: { fragment, kind } })}
      close={close}
    >
      <TextInput
        data-autofocus
        label={t('voices.fragment')}
        description={t('voices.fragmentHint')}
        value={fragment}
        onChange={({ currentTarget }) => setFragment(currentTarget.value)}
      />
      <NativeSelect
        label={t('voices.maskAs')}
        value={kind}
        data={MASKED_KINDS.map((one) => ({ value: one, label: MASKED[one] }))}
        onChange={({ currentTarget }) => setKind(MASKED_KINDS.find((one) => one === currentTarget.value) ?? 'name')}
      />
    </FormDialog>
  )
}
