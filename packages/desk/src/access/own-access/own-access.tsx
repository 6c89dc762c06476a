import { type OwnAccess, readOwnAccess } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { OutsideTrouble } from '../outside-trouble.tsx'
import { useSession } from '../session.ts'
import { Identities } from './identities.tsx'
import { OwnPassword } from './own-password.tsx'
import { OwnReach } from './own-reach.tsx'
import { OwnRoles } from './own-roles.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { SecondFactor } from './second-factor.tsx'
import { WhatNow } from './what-now.tsx'

const route = getRouteApi('/desk/access')

/** Everything of one's own: roles, what they reach, and the ways in. */
export function OwnAccessScreen() {
  const { t } = useTranslation()
  const { trouble } = route.useSearch()
  const query = useQuery(asked(readOwnAccess, {}))
  return (
    <Page place={t('nav.ownAccess')} title={t('ownAccess.title')}>
      {trouble !== undefined && <OutsideTrouble code={trouble} />}
      <WhatNow />
      <Asked query={query} lines={10}>
        {(own) => <Panels own={own} />}
      </Asked>
    </Page>
  )
}

function Panels({ own }: { readonly own: OwnAccess }) {
  const { mustEnrol } = useSession()
  // Where it stood when one came: its window with the codes must outlive the moment the factor is on.
  const [first] = useState(mustEnrol)
  const factor = <SecondFactor own={own} />
  return (
    <div className="stack">
      {first && factor}
      <div className="columns-wide">
        <OwnRoles own={own} />
        <OwnReach reach={own.reach} />
      </div>
      <div className="columns-wide">
        <OwnPassword own={own} />
        {!first && factor}
        {(own.outside !== null || own.identities.length > 0) && <Identities own={own} />}
      </div>
      <OwnSessions />
    </div>
  )
}
