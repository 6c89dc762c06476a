import { mayStandUnder, PARENT_KINDS } from '@otklik/model/access'
import { moveOrganisation, type Organisation } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useWords } from '../roles/words.ts'
import { OrganisationSelect } from './organisation-select.tsx'
import { standsWithin } from './stands-within.ts'

/** Puts an organisation, with everything under it, under another one. */
export function MoveDialog({
  organisation,
  close,
}: {
  readonly organisation: Organisation
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const [parent, setParent] = useState<Organisation | null>(null)
  const fits = (one: Organisation) =>
    mayStandUnder(organisation.kind, one.kind) &&
    one.closedAt === null &&
    one.id !== organisation.parent &&
    !standsWithin(one, organisation)
  return (
    <FormDialog
      title={t('organisations.moveTitle', { name: organisation.shortName ?? organisation.name })}
      action={t('organisations.move')}
      unready={parent === null}
      save={() => call(moveOrganisation, { params: { id: organisation.id }, body: { parent: parent?.id ?? 0 } })}
      close={close}
    >
      <p style={{ margin: 0 }}>{t('organisations.moveText')}</p>
      <OrganisationSelect
        label={t('organisations.newParent')}
        description={t('organisations.parentHint', {
          kinds: PARENT_KINDS[organisation.kind].map((kind) => words.kind(kind)).join(', '),
        })}
        required
        autoFocus
        fits={fits}
        value={parent}
        change={setParent}
      />
    </FormDialog>
  )
}
