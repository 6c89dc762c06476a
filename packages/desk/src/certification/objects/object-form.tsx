import {
  addObject,
  type CertificationObject,
  listObjects,
  type ObjectFields,
  saveObject,
} from '@otklik/model/certification/api'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useRefreshed } from '../refreshed.ts'
import { wrongFields } from './object-checks.ts'
import { NEW_OBJECT } from './new-object.ts'
import { ObjectFormFields } from './object-form-fields.tsx'
import { Overtaken } from './overtaken.tsx'

interface ObjectFormProps {
  /** As it is now; null: a new one. */
  readonly object: CertificationObject | null
  readonly close: () => void
  /** What else can be done with the object. */
  readonly more?: ReactNode
}

/** The fields of an object. Where somebody else was faster, it says what they changed and keeps what is typed. */
export function ObjectForm({ object, close, more }: ObjectFormProps) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(listObjects)
  const { values, set } = useFields<ObjectFields>(object === null ? NEW_OBJECT : fieldsOf(object))
  const [begun] = useState(object)
  const [tried, setTried] = useState(false)
  const wrong = wrongFields(values)
  const save = () =>
    object === null
      ? call(addObject, { body: values })
      : refreshed(() => call(saveObject, { params: { id: object.id }, body: { version: object.version, ...values } }))
  return (
    <FormDialog
      title={object?.name ?? t('objects.newTitle')}
      action={t('actions.save')}
      side
      unready={Object.keys(wrong).length > 0}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      {begun !== null && object !== null && object.version > begun.version && (
        <Overtaken before={fieldsOf(begun)} after={fieldsOf(object)} />
      )}
      <ObjectFormFields values={values} set={set} wrong={wrong} tried={tried} />
      {more !== undefined && <div>{more}</div>}
    </FormDialog>
  )
}

const fieldsOf = (given: CertificationObject): ObjectFields => ({
  name: given.name,
  kind: given.kind,
  authority: given.authority,
  region: given.region,
  service: given.service,
  address: given.address,
  level: given.level,
  validFrom: given.validFrom,
  validTo: given.validTo,
})
