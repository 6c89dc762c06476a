import { closeOrganisation, type Organisation } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { OrganisationSelect } from './organisation-select.tsx'
import { standsWithin } from './stands-within.ts'

/** Closes an organisation; its people, what stands under it and its suppliers go to another one. */
export function CloseDialog({
  organisation,
  close,
}: {
  readonly organisation: Organisation
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [successor, setSuccessor] = useState<Organisation | null>(null)
  return (
    <FormDialog
      title={t('organisations.closeTitle', { name: organisation.shortName ?? organisation.name })}
      action={t('organisations.closeSubmit')}
      danger
      save={() =>
        call(closeOrganisation, { params: { id: organisation.id }, body: { successor: successor?.id ?? null } })
      }
      close={close}
    >
      <p style={{ margin: 0 }}>{t('organisations.closeText')}</p>
      <OrganisationSelect
        label={t('organisations.successor')}
        description={t('organisations.successorHint')}
        placeholder={t('organisations.noSuccessor')}
        clearable
        autoFocus
        fits={(one) => one.closedAt === null && !standsWithin(one, organisation)}
        value={successor}
        change={setSuccessor}
      />
    </FormDialog>
  )
}
