import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import { sliceOf } from '../shared/filters/slice.ts'
import classes from './navigation.module.css'
import { type DeskPlace, groupsFor } from './places.ts'

export function Navigation() {
  const { t } = useTranslation()
  const may = useMay()
  const nav = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  // On a narrow screen the places stand in a row that scrolls: the one at hand must be seen.
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft - (nav.current.clientWidth - here.offsetWidth) / 2
  }, [path])
  return (
    <nav ref={nav} className={classes.nav} aria-label={t('nav.title')} data-desk>
      <div className={classes.groups}>
        {groupsFor(may).map(({ group, places }) => (
          <div key={group}>
            <p id={`nav-${group}`} className={classes.group}>
              {t(`nav.group_${group}`)}
            </p>
            <ul aria-labelledby={`nav-${group}`}>
              {places.map((place) => (
                <li key={place.to}>
                  <PlaceLink {...place} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  )
}

function PlaceLink({ to, name, Icon }: Pick<DeskPlace, 'to' | 'name' | 'Icon'>) {
  const { t } = useTranslation()
  return (
    <Link to={to} search={sliceOf} activeOptions={{ exact: to === '/', includeSearch: false }} className={classes.link}>
      <Icon size={18} stroke={1.7} aria-hidden />
      {t(`nav.${name}`)}
    </Link>
  )
}
