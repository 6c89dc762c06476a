import { NativeSelect, Textarea } from '@mantine/core'
import { needsExplanation, resultsOf } from '@otklik/model/certification/procedure'
import { fillSheet, readProcedure, type Sheet } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useRefreshed } from '../refreshed.ts'
import { criteriaFrom, evidenceFrom, linesOf } from './sheet-lines.ts'
import { useSheetWords } from './sheet-words.ts'

interface SheetWindowProps {
  readonly id: number
  readonly sheet: Sheet
  readonly close: () => void
}

/** The sheet as it is filled in: the result, why, criteria and evidence a line each, as they are copied out of a table. */
export function SheetWindow({ id, sheet, close }: SheetWindowProps) {
  const { t } = useTranslation()
  const words = useSheetWords()
  const refreshed = useRefreshed(readProcedure)
  const { part, version } = sheet
  const [tried, setTried] = useState(false)
  const { values, set } = useFields({ result: sheet.result, explanation: sheet.explanation, ...linesOf(sheet) })
  const criteria = criteriaFrom(values.criteria)
  const evidence = evidenceFrom(values.evidence)
  const unexplained = needsExplanation(values.result) && values.explanation.trim() === ''
  const save = () =>
    refreshed(() =>
      call(fillSheet, {
        params: { id, part },
        body: { version, result: values.result, explanation: values.explanation, criteria: criteria.rows, evidence },
      }),
    )
  return (
    <FormDialog
      title={words.part(part)}
      action={t('actions.save')}
      side
      unready={unexplained || criteria.wrong !== null}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <NativeSelect
        label={t('certifying.result')}
        value={values.result ?? ''}
        data={[
          { value: '', label: t('certifying.noResult') },
          ...resultsOf(part).map((one) => ({ value: one, label: words.result(one) })),
        ]}
        onChange={({ currentTarget: { value } }) => set('result', resultsOf(part).find((one) => one === value) ?? null)}
      />
      <Textarea
        label={t('certifying.explanation')}
        error={tried && unexplained && t('certifying.needExplanation')}
        maxLength={10_000}
        rows={4}
        value={values.explanation}
        onChange={({ currentTarget }) => set('explanation', currentTarget.value)}
      />
      <Textarea
        label={t('certifying.criteria')}
        description={t('certifying.criteriaHint')}
        error={tried && criteria.wrong !== null && t('certifying.wrongCriterion', { line: criteria.wrong })}
        rows={6}
        value={values.criteria}
        onChange={({ currentTarget }) => set('criteria', currentTarget.value)}
      />
      <Textarea
        label={t('certifying.evidence')}
        description={t('certifying.evidenceHint')}
        rows={4}
        value={values.evidence}
        onChange={({ currentTarget }) => set('evidence', currentTarget.value)}
      />
    </FormDialog>
  )
}
