import { Button } from '@mantine/core'
import { type FormEdition, listForms, publishForm, withdrawForm } from '@otklik/model/certification/api'
import { CRITERION_EVIDENCE } from '@otklik/model/certification/self-check'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import { FormEditor } from './form-editor.tsx'

/** The form by which authorities check themselves: its editions, the last first. */
export function FormsScreen() {
  const { t } = useTranslation()
  const query = useQuery(asked(listForms, {}))
  const [editing, setEditing] = useState<FormEdition | 'first' | null>(null)
  return (
    <Page
      place={<Link to="/lists">{t('nav.lists')}</Link>}
      title={t('materials.formsTitle')}
      about={t('materials.formsAbout')}
    >
      <Asked query={query} lines={8}>
        {({ rows, mayEdit }) => (
          <>
            {rows.length === 0 && (
              <Empty
                title={t('materials.noForms')}
                text={t(mayEdit ? 'materials.noFormsText' : 'materials.noFormsReader')}
                action={mayEdit && <Button onClick={() => setEditing('first')}>{t('materials.beginForm')}</Button>}
              />
            )}
            {rows.map((form, at) => (
              <FormCard key={form.id} form={form} mayEdit={mayEdit} isLast={at === 0} edit={() => setEditing(form)} />
            ))}
            {editing !== null && (
              <FormEditor form={editing === 'first' ? null : editing} close={() => setEditing(null)} />
            )}
          </>
        )}
      </Asked>
    </Page>
  )
}

interface FormCardProps {
  readonly form: FormEdition
  readonly mayEdit: boolean
  readonly isLast: boolean
  readonly edit: () => void
}

function FormCard({ form, mayEdit, isLast, edit }: FormCardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <article className="panel stack" aria-label={t('materials.edition', { edition: form.edition })}>
      <div className="row-ends">
        <h2 style={{ margin: 0, overflowWrap: 'anywhere' }}>{form.title}</h2>
        <span className="dim">
          {t('materials.edition', { edition: form.edition })} · {t(`materials.form_${form.state}`)}
        </span>
      </div>
      <p className="dim small" style={{ margin: 0 }}>
        {form.published === null
          ? t('materials.createdBy', { by: form.created.by, at: format.instant(form.created.at) })
          : t('materials.publishedBy', { by: form.published.by, at: format.instant(form.published.at) })}
        . {t('materials.sheetsBegun', { n: format.count(form.sheets) })}
        {form.withdrawn !== null && ` ${t('materials.withdrawnFor', { reason: form.withdrawn.reason })}`}
      </p>
      <FormContent form={form} />
      {mayEdit && <FormActions form={form} isLast={isLast} edit={edit} />}
    </article>
  )
}

function FormContent({ form }: { readonly form: FormEdition }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      {form.sections.map((section, at) => (
        <section key={section.title} className="stack-tight">
          <h3 style={{ margin: 0 }}>
            {at + 1}. {section.title}
          </h3>
          <ol style={{ margin: 0, paddingInlineStart: 24, overflowWrap: 'anywhere' }}>
            {section.criteria.map(({ name, weight, evidence }) => (
              <li key={name}>
                {name}{' '}
                <span className="dim small">
                  {t('materials.weight', { n: format.count(weight) })}
                  {evidence !== null && `, ${CRITERION_EVIDENCE[evidence]}`}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <p style={{ margin: 0 }}>
        {form.bounds === null
          ? t('materials.letterByHand')
          : form.bounds.map(({ letter, from }) => `${letter} – ${format.number(from, 2)} %`).join('; ')}
      </p>
    </>
  )
}

function FormActions({ form, isLast, edit }: Pick<FormCardProps, 'form' | 'isLast' | 'edit'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [withdrawing, setWithdrawing] = useState(false)
  const publishing = useMutation({
    mutationFn: () => call(publishForm, { params: { id: form.id } }),
    onSuccess: () => client.invalidateQueries(),
  })
  const isDraft = form.state === 'draft'
  return (
    <>
      {publishing.isError && <FormTrouble error={publishing.error} />}
      <div className="row no-print">
        {(isDraft || isLast) && (
          <Button size="compact-md" variant="default" onClick={edit}>
            {t(isDraft ? 'materials.editForm' : 'materials.nextEdition')}
          </Button>
        )}
        {isDraft && (
          <Button size="compact-md" loading={publishing.isPending} onClick={() => publishing.mutate()}>
            {t('materials.publishForm')}
          </Button>
        )}
        {form.state === 'published' && (
          <Button size="compact-md" variant="default" onClick={() => setWithdrawing(true)}>
            {t('materials.withdrawForm')}
          </Button>
        )}
      </div>
      {withdrawing && (
        <ReasonDialog
          action={t('materials.withdrawForm')}
          danger
          save={(reason) => call(withdrawForm, { params: { id: form.id }, body: { reason } })}
          close={() => setWithdrawing(false)}
        />
      )}
    </>
  )
}
