import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { LETTERS } from '@otklik/model/certification'
import { addForm, type FormEdition, listForms, saveForm } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useRefreshed } from '../refreshed.ts'
import { criteriaFromLines, criteriaLines } from './form-lines.ts'

interface FormEditorProps {
  /** A draft is changed; of any other edition the next one is begun. */
  readonly form: FormEdition | null
  readonly close: () => void
}
interface TypedSection {
  readonly title: string
  readonly lines: string
}

const sharesOf = (form: FormEdition | null): string[] =>
  LETTERS.map((letter) => String(form?.bounds?.find((bound) => bound.letter === letter)?.from ?? ''))

/** The form of self-check: sections with criteria a line each, and from which share a letter is given. */
export function FormEditor({ form, close }: FormEditorProps) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(listForms)
  const [tried, setTried] = useState(false)
  const { values, set } = useFields({
    title: form?.title ?? '',
    sections: (form?.sections ?? []).map((section) => ({ title: section.title, lines: criteriaLines(section) })),
    byBounds: form?.bounds != null,
    shares: sharesOf(form),
  })
  const sections = values.sections.map(({ title, lines }) => ({ title, ...criteriaFromLines(lines) }))
  const wrong = sections.some((section) => section.wrong !== null || section.title.trim() === '')
  const body = {
    title: values.title,
    sections: sections.map(({ title, rows }) => ({ title, criteria: rows })),
    bounds: values.byBounds
      ? LETTERS.map((letter, at) => ({ letter, from: Number((values.shares[at] ?? '').replace(',', '.')) }))
      : null,
  }
  const change = (at: number, section: Partial<TypedSection>) =>
    set(
      'sections',
      values.sections.map((one, index) => (index === at ? { ...one, ...section } : one)),
    )
  const save = () =>
    refreshed(() =>
      form?.state === 'draft'
        ? call(saveForm, { params: { id: form.id }, body: { version: form.version, ...body } })
        : call(addForm, { body }),
    )
  return (
    <FormDialog
      title={t('materials.editForm')}
      action={t('actions.save')}
      side
      unready={wrong}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      <TextInput
        data-autofocus
        label={t('materials.formTitle')}
        required
        maxLength={500}
        value={values.title}
        onChange={({ currentTarget }) => set('title', currentTarget.value)}
      />
      {values.sections.map((section, at) => (
        <SectionFields
          // Sections have no names of their own while they are typed: their places are what they are.
          key={at}
          number={at + 1}
          section={section}
          wrong={tried ? (sections[at]?.wrong ?? null) : null}
          change={(part) => change(at, part)}
          remove={() => set('sections', values.sections.toSpliced(at, 1))}
        />
      ))}
      <div>
        <Button variant="default" onClick={() => set('sections', [...values.sections, { title: '', lines: '' }])}>
          {t('materials.addSection')}
        </Button>
      </div>
      <Checkbox
        label={t('materials.byBounds')}
        description={t('materials.byBoundsHint')}
        checked={values.byBounds}
        onChange={({ currentTarget }) => set('byBounds', currentTarget.checked)}
      />
      {values.byBounds && (
        <div className="row" style={{ flexWrap: 'wrap' }}>
          {LETTERS.map((letter, at) => (
            <TextInput
              key={letter}
              label={t('materials.boundOf', { letter })}
              inputMode="decimal"
              required
              w={110}
              value={values.shares[at] ?? ''}
              onChange={({ currentTarget }) => set('shares', values.shares.with(at, currentTarget.value))}
            />
          ))}
        </div>
      )}
    </FormDialog>
  )
}

interface SectionFieldsProps {
  readonly number: number
  readonly section: TypedSection
  /** The line that is wrong, from 1. */
  readonly wrong: number | null
  readonly change: (part: Partial<TypedSection>) => void
  readonly remove: () => void
}

function SectionFields({ number, section, wrong, change, remove }: SectionFieldsProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="stack-tight" style={{ border: '1px solid var(--o-line)', borderRadius: 8, padding: 12 }}>
      <legend>{t('materials.section', { number })}</legend>
      <TextInput
        label={t('materials.sectionTitle')}
        required
        maxLength={500}
        value={section.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <Textarea
        label={t('materials.criteria')}
        description={t('materials.criteriaHint')}
        error={wrong !== null && t('materials.wrongLine', { line: wrong })}
        rows={5}
        value={section.lines}
        onChange={({ currentTarget }) => change({ lines: currentTarget.value })}
      />
      <div>
        <Button size="compact-sm" variant="subtle" color="red" onClick={remove}>
          {t('materials.removeSection')}
        </Button>
      </div>
    </fieldset>
  )
}
