import { Button, Textarea } from '@mantine/core'
import { ALL_REMARK_KINDS } from '@otklik/model/certification/procedure'
import { type ProcedureFile, readProcedure, saveRemarks } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useRefreshed } from '../refreshed.ts'

type Remarks = ProcedureFile['remarks']

/** What the conclusion will recommend, by what it is about (Правила, пункт 24 ж). */
export function RemarksPanel({ file: { id, remarks, mayAssess } }: { readonly file: ProcedureFile }) {
  const { t } = useTranslation()
  const [edits, setEdits] = useState(false)
  return (
    <section className="panel stack" aria-labelledby="remarks">
      <div className="row-ends">
        <h2 id="remarks">{t('certifying.remarks')}</h2>
        {mayAssess && (
          <Button size="compact-md" variant="default" onClick={() => setEdits(true)}>
            {t('actions.change')}
          </Button>
        )}
      </div>
      {remarks.length === 0 && (
        <p className="dim" style={{ margin: 0 }}>
          {t('certifying.noRemarks')}
        </p>
      )}
      {ALL_REMARK_KINDS.filter((kind) => remarks.some((remark) => remark.kind === kind)).map((kind) => (
        <div key={kind} className="stack-tight">
          <strong>{t(`certifying.remark_${kind}`)}</strong>
          <ul style={{ margin: 0, paddingLeft: 20, overflowWrap: 'anywhere' }}>
            {remarks
              .filter((remark) => remark.kind === kind)
              .map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
          </ul>
        </div>
      ))}
      {edits && <RemarksWindow id={id} remarks={remarks} close={() => setEdits(false)} />}
    </section>
  )
}

interface RemarksWindowProps {
  readonly id: number
  readonly remarks: Remarks
  readonly close: () => void
}

/** A field for every kind, a remark a line. */
function RemarksWindow({ id, remarks, close }: RemarksWindowProps) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readProcedure)
  const linesOf = (kind: Remarks[number]['kind']) =>
    remarks
      .filter((remark) => remark.kind === kind)
      .map(({ text }) => text)
      .join('\n')
  const { values, set } = useFields({
    navigation: linesOf('navigation'),
    search: linesOf('search'),
    design: linesOf('design'),
    accessibility: linesOf('accessibility'),
    regulation: linesOf('regulation'),
    other: linesOf('other'),
  })
  const typed = (): Remarks =>
    ALL_REMARK_KINDS.flatMap((kind) =>
      values[kind]
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((text) => ({ kind, text })),
    )
  const save = () => refreshed(() => call(saveRemarks, { params: { id }, body: { remarks: typed() } }))
  return (
    <FormDialog title={t('certifying.remarks')} action={t('actions.save')} side save={save} close={close}>
      <p className="dim" style={{ margin: 0 }}>
        {t('certifying.remarksHint')}
      </p>
      {ALL_REMARK_KINDS.map((kind) => (
        <Textarea
          key={kind}
          label={t(`certifying.remark_${kind}`)}
          autosize
          minRows={2}
          value={values[kind]}
          onChange={({ currentTarget }) => set(kind, currentTarget.value)}
        />
      ))}
    </FormDialog>
  )
}
