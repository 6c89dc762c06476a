import { TextInput } from '@mantine/core'
import { saveSupplier, type Supplier } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { OrganisationSelect } from '../organisations/organisation-select.tsx'
import { useMay } from '../rights.ts'
import { useSession } from '../session.ts'

const CODE = /^[A-Za-z0-9._-]{1,40}$/

/** A new supplier, or another name or organisation for one. */
export function SupplierDialog({
  supplier,
  close,
}: {
  readonly supplier: Supplier | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const may = useMay()
  const { membership } = useSession()
  const [code, setCode] = useState(supplier?.code ?? '')
  const [name, setName] = useState(supplier?.name ?? '')
  const [owner, setOwner] = useState(supplier?.organisation ?? membership?.organisation ?? null)
  const wrong = code !== '' && !CODE.test(code)
  const body = { name: name.trim(), ...(owner === null ? {} : { organisation: owner.id }) }
  return (
    <FormDialog
      title={t(supplier === null ? 'suppliers.add' : 'suppliers.change')}
      action={t('actions.save')}
      unready={wrong}
      save={() => call(saveSupplier, { params: { code }, body })}
      close={close}
    >
      <TextInput
        label={t('suppliers.code')}
        description={t('suppliers.codeHint')}
        error={wrong && t('suppliers.codeWrong')}
        required
        withAsterisk={false}
        disabled={supplier !== null}
        data-autofocus={supplier === null ? true : undefined}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <TextInput
        label={t('suppliers.name')}
        required
        withAsterisk={false}
        maxLength={300}
        data-autofocus={supplier === null ? undefined : true}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {/* Who may not look at organisations leaves the supplier where it is. */}
      {may('people.read') && (
        <OrganisationSelect
          label={t('suppliers.organisation')}
          description={t('suppliers.organisationHint')}
          required
          value={owner}
          change={setOwner}
          fits={({ closedAt }) => closedAt === null}
        />
      )}
    </FormDialog>
  )
}
