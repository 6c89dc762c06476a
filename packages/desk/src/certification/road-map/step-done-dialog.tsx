import { NativeSelect } from '@mantine/core'
import { reportRoadMapStep, type RoadMap } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { DoneFields } from '../done-fields.tsx'

/** Which step was done, when, and what shows it. */
export function StepDoneDialog({ map, close }: { readonly map: RoadMap; readonly close: () => void }) {
  const { t } = useTranslation()
  const open = map.steps.flatMap((step, at) => (step.done === null ? [{ ...step, place: at + 1 }] : []))
  const { values, set } = useFields({ step: String(open[0]?.place ?? 1), day: '', evidence: '' })
  const save = () =>
    call(reportRoadMapStep, {
      params: { id: map.id, step: Number(values.step) },
      body: { day: values.day, evidence: values.evidence },
    })
  return (
    <FormDialog title={t('roadMap.move_report')} action={t('roadMap.move_report')} save={save} close={close}>
      <NativeSelect
        data-autofocus
        label={t('roadMap.step')}
        value={values.step}
        data={open.map(({ place, number, name }) => ({ value: String(place), label: `${number} ${name}` }))}
        onChange={({ currentTarget }) => set('step', currentTarget.value)}
      />
      <DoneFields values={values} set={set} hint={t('roadMap.evidenceHint')} />
    </FormDialog>
  )
}
