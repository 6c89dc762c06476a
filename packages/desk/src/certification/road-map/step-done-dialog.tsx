import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { reportRoadMapStep, type RoadMap } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

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
      <TextInput
        type="date"
        label={t('roadMap.doneOn')}
        required
        value={values.day}
        onChange={({ currentTarget }) => set('day', currentTarget.value)}
      />
      <Textarea
        label={t('roadMap.evidence')}
        description={t('roadMap.evidenceHint')}
        required
        maxLength={4000}
        rows={4}
        value={values.evidence}
        onChange={({ currentTarget }) => set('evidence', currentTarget.value)}
      />
    </FormDialog>
  )
}
