import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { LETTERS } from '@otklik/model/certification'
import { fillSelfCheck, readEntryMaterials, type SelfCheck } from '@otklik/model/certification/api'
import {
  CRITERION_EVIDENCE,
  criteriaOf,
  letterOfSheet,
  type Mark,
  pointsOf,
} from '@otklik/model/certification/self-check'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SidePanel } from '../../shared/ui/dialog.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useRefreshed } from '../refreshed.ts'

interface SelfCheckWindowProps {
  readonly check: SelfCheck
  readonly edits: boolean
  readonly close: () => void
}

/** A sheet of self-check: every criterion with its points and where it can be seen; what follows stands at the top. */
export function SelfCheckWindow({ check, edits, close }: SelfCheckWindowProps) {
  return edits ? <Filling check={check} close={close} /> : <Reading check={check} close={close} />
}

function Filling({ check, close }: Omit<SelfCheckWindowProps, 'edits'>) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readEntryMaterials)
  const [marks, setMarks] = useState<readonly Mark[]>(() => marksOf(check))
  const [letter, setLetter] = useState(check.letter)
  const { form } = check
  const change = (number: string, part: Partial<Mark>) =>
    setMarks((before) => before.map((mark) => (mark.number === number ? { ...mark, ...part } : mark)))
  const save = () =>
    refreshed(() =>
      call(fillSelfCheck, { params: { id: check.id }, body: { version: check.version, marks: [...marks], letter } }),
    )
  return (
    <FormDialog title={form.title} action={t('actions.save')} side save={save} close={close}>
      <Follows form={form} marks={marks} entered={letter} />
      {form.bounds === null && (
        <NativeSelect
          label={t('materials.enterLetter')}
          value={letter ?? ''}
          data={[{ value: '', label: t('materials.noLetter') }, ...LETTERS]}
          onChange={({ currentTarget: { value } }) => setLetter(LETTERS.find((one) => one === value) ?? null)}
        />
      )}
      {criteriaOf(form).map(({ number, name, weight, evidence }) => {
        const mark = marks.find((one) => one.number === number)
        return (
          <fieldset key={number} className="stack-tight" style={{ border: 0, padding: 0, margin: 0 }}>
            <legend style={{ fontWeight: 600 }}>
              {number}. {name}
            </legend>
            <NumberInput
              label={t('materials.pointsUpTo', { n: weight })}
              min={0}
              max={weight}
              allowDecimal={false}
              value={mark?.earned ?? ''}
              onChange={(value) => change(number, { earned: typeof value === 'number' ? value : null })}
            />
            {evidence !== null && (
              <TextInput
                label={t('materials.evidenceOf', { what: CRITERION_EVIDENCE[evidence] })}
                maxLength={2000}
                value={mark?.evidence ?? ''}
                onChange={({ currentTarget }) => change(number, { evidence: currentTarget.value })}
              />
            )}
            <TextInput
              label={t('materials.note')}
              maxLength={2000}
              value={mark?.note ?? ''}
              onChange={({ currentTarget }) => change(number, { note: currentTarget.value })}
            />
          </fieldset>
        )
      })}
    </FormDialog>
  )
}

/** A mark for every criterion of the form. */
const marksOf = ({ form, marks }: SelfCheck): Mark[] =>
  criteriaOf(form).map(
    ({ number }) => marks.find((mark) => mark.number === number) ?? { number, earned: null, evidence: '', note: '' },
  )

interface FollowsProps {
  readonly form: SelfCheck['form']
  readonly marks: readonly Mark[]
  readonly entered: SelfCheck['letter']
}

function Follows({ form, marks, entered }: FollowsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { earned, most } = pointsOf(form, marks)
  const letter = letterOfSheet(form, marks, entered)
  return (
    <p role="status" style={{ margin: 0 }}>
      <strong>{letter === null ? t('materials.noLetter') : t('materials.letter', { letter })}</strong>{' '}
      {t('materials.points', { earned: format.count(earned), most: format.count(most) })}
    </p>
  )
}

function Reading({ check, close }: Omit<SelfCheckWindowProps, 'edits'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const marks = marksOf(check)
  return (
    <SidePanel title={check.form.title} close={close}>
      <div className="stack">
        <Follows form={check.form} marks={marks} entered={check.letter} />
        <ul style={{ margin: 0, paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
          {criteriaOf(check.form).map(({ number, name, weight }, at) => {
            const { earned, evidence, note } = marks[at] ?? { earned: null, evidence: '', note: '' }
            return (
              <li key={number}>
                {number}. {name} –{' '}
                {t('materials.points', { earned: format.count(earned ?? 0), most: format.count(weight) })}
                {[evidence, note].filter(Boolean).map((text) => (
                  <div key={text} className="dim small">
                    {text}
                  </div>
                ))}
              </li>
            )
          })}
        </ul>
      </div>
    </SidePanel>
  )
}
