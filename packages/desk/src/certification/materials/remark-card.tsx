import { Button } from '@mantine/core'
import {
  acceptListRemark,
  declineListRemark,
  downloadRemarkFile,
  type ListRemark,
  sendListRemark,
  takeBackListRemark,
} from '@otklik/model/certification/api'
import { missingContacts } from '@otklik/model/certification/list-remarks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, urlOf } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import { AddRemarkFile } from './remark-files.tsx'

interface RemarkCardProps {
  readonly remark: ListRemark
  /** Opens the form; undefined where remarks are only looked at. */
  readonly edit?: (() => void) | undefined
  /** The object stands in the title, for a list of remarks on many. */
  readonly named?: boolean
}

/** A remark with its materials and what was decided on it. */
export function RemarkCard({ remark, edit, named = false }: RemarkCardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { materials, contacts, decided } = remark
  const contact = (one: ListRemark['contacts']['digital']) =>
    one && [one.name, one.phone, one.email].filter(Boolean).join(', ')
  return (
    <article className="panel stack" aria-label={remark.name} style={{ overflowWrap: 'anywhere' }}>
      <div className="row-ends">
        <h3 style={{ margin: 0 }}>{named ? remark.name : t(`materials.ask_${remark.asks}`)}</h3>
        <span className="dim">{t(`materials.remark_${remark.state}`)}</span>
      </div>
      {named && <span>{t(`materials.ask_${remark.asks}`)}</span>}
      {remark.text !== '' && <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{remark.text}</p>}
      <Facts
        facts={[
          { name: t('materials.field_level'), value: materials.level?.letter ?? null },
          {
            name: t('materials.field_monitoring'),
            value:
              materials.monitoring &&
              `${materials.monitoring.reference} (${t(`materials.by_${materials.monitoring.by}`)})`,
          },
          { name: t('materials.field_form'), value: materials.form?.address ?? null },
          { name: t('materials.field_act'), value: materials.act?.details ?? null },
          {
            name: t('materials.field_mass'),
            value: materials.mass && `${materials.mass.item} (${t(`materials.list_${materials.mass.list}`)})`,
          },
          { name: t('materials.contactAuthority'), value: contact(contacts.authority) },
          { name: t('materials.contactDigital'), value: contact(contacts.digital) },
          {
            name: t('materials.sentAt'),
            value:
              remark.sent &&
              `${remark.sent.by}, ${format.instant(remark.sent.at)}${remark.late ? `, ${t('materials.late')}` : ''}`,
          },
          {
            name: t('materials.decided'),
            value: decided && [decided.by, format.instant(decided.at), decided.reason].filter(Boolean).join(', '),
          },
        ]}
      />
      <RemarkFiles remark={remark} />
      {remark.state === 'draft' && missingContacts(contacts).length > 0 && (
        <p style={{ margin: 0 }}>{t('materials.missingContacts', { whose: missingContacts(contacts).join(', ') })}</p>
      )}
      <RemarkActions remark={remark} edit={edit} />
    </article>
  )
}

function RemarkFiles({ remark }: Pick<RemarkCardProps, 'remark'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (remark.files.length === 0) return null
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {remark.files.map(({ id, kind, name, size, personal }) => (
        <li key={id}>
          <a href={urlOf(downloadRemarkFile, { params: { id: remark.id, file: id } })}>{name}</a>{' '}
          <span className="dim small">
            {[t(`materials.kind_${kind}`), format.bytes(size), personal ? t('materials.sealed') : '']
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function RemarkActions({ remark, edit }: Pick<RemarkCardProps, 'remark' | 'edit'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [declining, setDeclining] = useState(false)
  const { allowed, id } = remark
  const stepping = useMutation({
    mutationFn: (route: typeof sendListRemark) => call(route, { params: { id } }),
    onSuccess: () => client.invalidateQueries(),
  })
  const quick = [
    { event: 'send', route: sendListRemark, filled: true },
    { event: 'take_back', route: takeBackListRemark, filled: false },
    { event: 'accept', route: acceptListRemark, filled: true },
  ] as const
  const writes = edit !== undefined && allowed.includes('edit')
  return (
    <>
      {stepping.isError && <FormTrouble error={stepping.error} />}
      <div className="row no-print" style={{ flexWrap: 'wrap' }}>
        {writes && (
          <Button size="compact-md" variant="default" onClick={edit}>
            {t('materials.step_edit')}
          </Button>
        )}
        {quick
          .filter(({ event }) => allowed.includes(event))
          .map(({ event, route, filled }) => (
            <Button
              key={event}
              size="compact-md"
              variant={filled ? 'filled' : 'default'}
              loading={stepping.isPending}
              onClick={() => stepping.mutate(route)}
            >
              {t(`materials.step_${event}`)}
            </Button>
          ))}
        {allowed.includes('decline') && (
          <Button size="compact-md" variant="default" onClick={() => setDeclining(true)}>
            {t('materials.step_decline')}
          </Button>
        )}
      </div>
      {writes && <AddRemarkFile id={id} />}
      {declining && (
        <ReasonDialog
          action={t('materials.step_decline')}
          save={(reason) => call(declineListRemark, { params: { id }, body: { reason } })}
          close={() => setDeclining(false)}
        />
      )}
    </>
  )
}
