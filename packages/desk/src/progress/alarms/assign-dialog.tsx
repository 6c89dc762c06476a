import { NativeSelect, TextInput } from '@mantine/core'
import { type AlarmCase, assignCase, listCaseHolders } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

/** Who looks after a case, and by which day. */
export function AssignDialog({ one, close }: { readonly one: AlarmCase; readonly close: () => void }) {
  const { t } = useTranslation()
  const { data } = useQuery(asked(listCaseHolders, {}))
  const [person, setPerson] = useState(one.person?.id ?? '')
  const [due, setDue] = useState(one.due ?? '')
  const people = (data?.rows ?? []).map(({ id, name, organisation }) => ({
    value: id,
    label: `${name} – ${organisation}`,
  }))
  const kept = one.person !== null && !people.some(({ value }) => value === one.person?.id)
  const body = { person: person === '' ? null : person, due: due === '' ? null : due }
  return (
    <FormDialog
      title={t('cases.assign')}
      action={t('cases.save')}
      save={() => call(assignCase, { params: { id: one.id }, body })}
      close={close}
    >
      <p className="dim" style={{ margin: 0 }}>
        {one.serviceName}. {one.sentence}
      </p>
      <NativeSelect
        data-autofocus
        label={t('cases.person')}
        data={[
          { value: '', label: t('cases.nobody') },
          ...(kept && one.person ? [{ value: one.person.id, label: one.person.name }] : []),
          ...people,
        ]}
        value={person}
        onChange={({ currentTarget }) => setPerson(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('cases.due')}
        value={due}
        onChange={({ currentTarget }) => setDue(currentTarget.value)}
      />
    </FormDialog>
  )
}
