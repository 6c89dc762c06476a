import { Button } from '@mantine/core'
import { closeOtherSessions, closeOwnSession, listOwnSessions, type SignedInSession } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { browserName } from './browser-name.ts'
import classes from './own-access.module.css'

/** Where one is signed in now; what one does not know one closes. */
export function OwnSessions() {
  const { t } = useTranslation()
  const query = useQuery(asked(listOwnSessions, {}))
  return (
    <section className="panel stack" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{t('ownAccess.sessions')}</h2>
      <Asked query={query} lines={3}>
        {({ sessions }) => <SessionTable sessions={sessions} />}
      </Asked>
    </section>
  )
}

function SessionTable({ sessions }: { readonly sessions: readonly SignedInSession[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [closing, setClosing] = useState<SignedInSession | 'others' | null>(null)
  const others = sessions.filter(({ current }) => !current)
  const titles = ['browser', 'address', 'startedAt', 'lastSeenAt', 'by', 'state'] as const
  return (
    <>
      <SmallTable
        title={t('ownAccess.sessions')}
        titleHidden
        head={titles.map((name) => ({ title: t(`ownAccess.session_${name}`) }))}
        rows={sessions.map((one) => ({
          key: one.id,
          cells: [
            <span key="browser" title={one.userAgent}>
              {browserName(one.userAgent) ?? t('ownAccess.unknownBrowser')}
            </span>,
            one.address,
            format.instant(one.startedAt),
            format.instant(one.lastSeenAt),
            t(`ownAccess.by_${one.by}`),
            one.current ? (
              <span key="state" className={classes.now}>
                {t('ownAccess.thisOne')}
              </span>
            ) : (
              <Button
                key="state"
                variant="default"
                size="compact-sm"
                aria-label={`${t('ownAccess.closeSession')}: ${browserName(one.userAgent) ?? ''} ${one.address}`}
                onClick={() => setClosing(one)}
              >
                {t('ownAccess.closeSession')}
              </Button>
            ),
          ],
        }))}
      />
      {others.length > 0 && (
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setClosing('others')}>
          {t('ownAccess.closeOthers')}
        </Button>
      )}
      {closing !== null && <Closing what={closing} close={() => setClosing(null)} />}
    </>
  )
}

function Closing({ what, close }: { readonly what: SignedInSession | 'others'; readonly close: () => void }) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      title={t(what === 'others' ? 'ownAccess.closeOthers' : 'ownAccess.closeSession')}
      action={t('ownAccess.closeSession')}
      run={() =>
        what === 'others' ? call(closeOtherSessions, {}) : call(closeOwnSession, { params: { id: what.id } })
      }
      close={close}
    >
      {t('ownAccess.closeText')}
    </ConfirmDialog>
  )
}
