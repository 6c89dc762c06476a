import { Checkbox, TextInput } from '@mantine/core'
import { machineRightsGivenBy, type Right } from '@otklik/model/access'
import { issueMachineToken } from '@otklik/model/access/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { OrganisationSelect } from '../organisations/organisation-select.tsx'
import { useMay } from '../rights.ts'
import { useWords } from '../roles/words.ts'
import { useSession } from '../session.ts'
import { ExpiryField } from './expiry-field.tsx'
import { expiryGiven } from './expiry.ts'
import { ShownToken } from './token-dialog.tsx'

interface OwnerProps {
  readonly value: { readonly id: number; readonly name: string } | null
  readonly change: (owner: { readonly id: number; readonly name: string } | null) => void
}

/** Issues a key with rights over a part of the tree and shows it this once. */
export function MachineTokenDialog({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const { membership } = useSession()
  const [label, setLabel] = useState('')
  const [owner, setOwner] = useState(membership?.organisation ?? null)
  const [rights, setRights] = useState<readonly Right[]>([])
  const [until, setUntil] = useState('')
  const [tried, setTried] = useState(false)
  const unready = rights.length === 0 || owner === null
  const body = { label: label.trim(), organisation: owner?.id ?? 0, rights: [...rights], ...expiryGiven(until) }
  return (
    <FormDialog
      title={t('tokens.machineTitle')}
      action={t('tokens.issue')}
      unready={unready}
      refused={() => setTried(true)}
      save={() => call(issueMachineToken, { body })}
      close={close}
      after={({ token }) => <ShownToken token={token} close={close} />}
    >
      <TextInput
        data-autofocus
        label={t('tokens.label')}
        description={t('tokens.labelHint')}
        required
        withAsterisk={false}
        maxLength={200}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Owner value={owner} change={setOwner} />
      <RightChoice value={rights} change={setRights} missing={tried && rights.length === 0} />
      <ExpiryField value={until} change={setUntil} />
    </FormDialog>
  )
}

/** Whose key it is; who may not look at organisations gives keys of their own one. */
function Owner({ value, change }: OwnerProps) {
  const { t } = useTranslation()
  const may = useMay()
  if (!may('people.read'))
    return (
      <TextInput
        label={t('tokens.organisation')}
        description={t('tokens.organisationHint')}
        readOnly
        value={value?.name ?? ''}
      />
    )
  return (
    <OrganisationSelect
      label={t('tokens.organisation')}
      description={t('tokens.organisationHint')}
      required
      value={value}
      change={change}
      fits={({ closedAt }) => closedAt === null}
    />
  )
}

interface RightChoiceProps {
  readonly value: readonly Right[]
  readonly change: (rights: readonly Right[]) => void
  readonly missing: boolean
}

/** The rights of a key: those a machine can have at all, as far as the person has them. */
function RightChoice({ value, change, missing }: RightChoiceProps) {
  const { t } = useTranslation()
  const words = useWords()
  const offered = machineRightsGivenBy(useSession().rights)
  return (
    <Checkbox.Group
      label={t('tokens.rights')}
      description={t('tokens.rightsHint')}
      error={missing && t('tokens.rightsNone')}
      value={[...value]}
      onChange={(chosen) => change(offered.filter((right) => chosen.includes(right)))}
    >
      <div className="stack-tight" style={{ marginTop: 8 }}>
        {offered.map((right) => (
          <Checkbox key={right} value={right} label={words.right(right)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
