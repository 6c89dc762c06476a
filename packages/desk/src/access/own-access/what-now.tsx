import { useTranslation } from 'react-i18next'
import { useSession } from '../session.ts'
import classes from './own-access.module.css'

/** What to do where no place of the desk is open: set up the second factor, ask for a role, or nothing at all. */
export function WhatNow() {
  const { t } = useTranslation()
  const { mustEnrol, membership, rights } = useSession()
  if (rights.length > 0) return null
  const text = mustEnrol ? 'ownAccess.mustEnrol' : membership === null ? 'ownAccess.noRole' : 'ownAccess.noRights'
  return (
    <p className={classes.notice} role="status">
      {t(text)}
    </p>
  )
}
