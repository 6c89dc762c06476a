import { reportRoadMap } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { DoneFields } from '../done-fields.tsx'

/** Presents the road map as carried out, which a repetition after a middle level builds on. */
export function RoadMapDialog({ id, close }: { readonly id: number; readonly close: () => void }) {
  const { t } = useTranslation()
  const { values, set } = useFields({ day: '', evidence: '' })
  const save = () => call(reportRoadMap, { params: { id }, body: values })
  return (
    <FormDialog title={t('certifying.roadMap')} action={t('certifying.roadMap')} save={save} close={close}>
      <DoneFields values={values} set={set} hint={t('certifying.roadMapHint')} />
    </FormDialog>
  )
}
