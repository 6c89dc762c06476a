import type { OwnAccess } from '@otklik/model/access/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { useSession } from '../session.ts'
import classes from './own-access.module.css'

const LISTS = ['regions', 'authorities', 'offices', 'suppliers'] as const
const SHOWN = 12

/** Whose records the role acted in sees, in words of the register. */
export function OwnReach({ reach }: { readonly reach: OwnAccess['reach'] }) {
  const { t } = useTranslation()
  const { rights } = useSession()
  // Without a right nothing of it is seen, whatever the role stands over.
  const lists = rights.length === 0 ? [] : LISTS.filter((list) => reach[list].length > 0)
  return (
    <section className="panel stack" aria-labelledby="own-reach">
      <h2 id="own-reach">{t('ownAccess.reach')}</h2>
      {reach.everything ? (
        <p style={{ margin: 0 }}>{t('ownAccess.reachEverything')}</p>
      ) : (
        <>
          <p style={{ margin: 0 }}>
            {t(lists.length === 0 ? 'ownAccess.reachNothing' : 'ownAccess.reachAny')}{' '}
            {rights.length > 0 &&
              reach.organisations > 0 &&
              t('ownAccess.organisations', { count: reach.organisations })}
          </p>
          {lists.map((list) => (
            <Names key={list} title={t(`ownAccess.${list}`)} names={reach[list]} />
          ))}
        </>
      )}
    </section>
  )
}

/** A long list shows its beginning; all of it stands behind a click. */
function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const list = (shown: readonly string[]) => (
    <ul className={classes.plain}>
      {shown.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
  return (
    <div>
      <h3 style={{ margin: 0, fontSize: '1rem' }}>{title}</h3>
      {list(names.slice(0, SHOWN))}
      {names.length > SHOWN && (
        <details>
          <summary>{t('ownAccess.more', { n: format.count(names.length - SHOWN) })}</summary>
          {list(names.slice(SHOWN))}
        </details>
      )}
    </div>
  )
}
