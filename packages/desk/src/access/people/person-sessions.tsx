import { Button } from '@mantine/core'
import { closePersonSessions, listPersonSessions, type Person } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { Asked } from '../../shared/ui/states.tsx'

/** Where a person is signed in now, and one button that ends all of it. */
export function PersonSessions({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [closing, setClosing] = useState(false)
  const params = { id: person.id }
  const query = useQuery(asked(listPersonSessions, { params }))
  const head = ['sessionStarted', 'sessionSeen', 'sessionBy', 'sessionFrom'] as const
  return (
    <section className="panel stack" aria-label={t('person.sessions')}>
      <div className="row-ends">
        <h2>{t('person.sessions')}</h2>
        {query.data && query.data.sessions.length > 0 && (
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('person.closeSessions')}
          </Button>
        )}
      </div>
      <Asked query={query} lines={3}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <p className="dim" style={{ margin: 0 }}>
              {t('person.noSessions')}
            </p>
          ) : (
            <SmallTable
              title={t('person.sessions')}
              titleHidden
              head={head.map((name) => ({ title: t(`person.${name}`) }))}
              rows={sessions.map(({ id, startedAt, lastSeenAt, by, address, userAgent }) => ({
                key: id,
                cells: [
                  format.instant(startedAt),
                  format.instant(lastSeenAt),
                  t(`person.by_${by}`),
                  <span key="from" style={{ display: 'inline-block', minWidth: 160 }}>
                    {address}, {userAgent}
                  </span>,
                ],
              }))}
            />
          )
        }
      </Asked>
      {closing && (
        <ConfirmDialog
          title={t('person.closeSessionsTitle')}
          action={t('person.closeSessions')}
          danger
          run={() => call(closePersonSessions, { params })}
          close={() => setClosing(false)}
        >
          {t('person.closeSessionsText', { name: person.name })}
        </ConfirmDialog>
      )}
    </section>
  )
}
