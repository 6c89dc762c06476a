import { Button } from '@mantine/core'
import { type CriticalCase, printDocument } from '@otklik/model/certification/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { PaperLinks } from '../../shared/table/file-links.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { CaseDialog, type CaseEvent } from './case-dialogs.tsx'

/** Where the case stands, its notice, and the next step; what is in the way of a step is said under it. */
export function CaseState({ one }: { readonly one: CriticalCase }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [opened, setOpened] = useState<CaseEvent | null>(null)
  const { notice, signed, sent, closed, due, noticeDocument } = one
  const paper = (kind: 'docx' | 'pdf') =>
    urlOf(printDocument, { params: { id: noticeDocument ?? 0 }, query: { format: kind } })
  return (
    <section className="panel stack" aria-label={t('criticalCase.state')}>
      <div role="status" className="stack-tight">
        <strong>{t(`criticalCase.state_${one.state}`)}</strong>
        {due !== null && <span>{t('criticalCase.dueBy', { day: format.day(due) })}</span>}
      </div>
      <Facts
        facts={[
          {
            name: t('criticalCase.certificate'),
            value: (
              <Link to="/certification/$procedure" params={{ procedure: String(one.procedure) }}>
                {t('criticalCase.certificateOf', {
                  number: one.certificate,
                  from: format.day(one.validFrom),
                  to: format.day(one.validTo),
                })}
              </Link>
            ),
          },
          { name: t('criticalCase.foundAt'), value: format.instant(one.found) },
          {
            name: t('criticalCase.endsOn'),
            value: notice && (notice.endsOn === null ? t('criticalCase.noDay') : format.day(notice.endsOn)),
          },
          { name: t('criticalCase.noticeText'), value: notice?.text },
          { name: t('criticalCase.drafted'), value: one.drafted },
          {
            name: t('criticalCase.signed'),
            value: signed && t('certifying.told', { by: signed.by, at: format.instant(signed.at) }),
          },
          { name: t('certificates.sent'), value: sent && `${format.instant(sent.at)} – ${sent.to}; ${sent.letter}` },
          { name: t('certificates.endedOn'), value: one.endedOn && format.day(one.endedOn) },
          {
            name: t('criticalCase.closed'),
            value:
              closed && `${t('certifying.told', { by: closed.by, at: format.instant(closed.at) })} – ${closed.reason}`,
          },
        ]}
      />
      {noticeDocument !== null && (
        <PaperLinks name={t('certificates.paper_notice')} papers={{ docx: paper('docx'), pdf: paper('pdf') }} />
      )}
      <CaseSteps one={one} open={setOpened} />
      {opened !== null && <CaseDialog one={one} event={opened} close={() => setOpened(null)} />}
    </section>
  )
}

function CaseSteps({ one, open }: { readonly one: CriticalCase; readonly open: (event: CaseEvent) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="row no-print">
        {one.steps
          .filter(({ refused }) => refused === null)
          .map(({ event }) => (
            <Button key={event} variant={event === 'close' ? 'default' : 'filled'} onClick={() => open(event)}>
              {t(`criticalCase.step_${event}`)}
            </Button>
          ))}
      </div>
      {one.steps
        .filter(({ refused }) => refused !== null)
        .map(({ event, refused }) => (
          <p key={event} className="dim small" style={{ margin: 0 }}>
            <strong>{t(`criticalCase.step_${event}`)}:</strong> {refused}
          </p>
        ))}
    </>
  )
}
