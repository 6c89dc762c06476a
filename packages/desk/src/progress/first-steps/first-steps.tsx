import { readFirstSteps } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { asked } from '../../shared/api/queries.ts'
import { useNames } from '../../shared/i18n/names.ts'
import classes from './first-steps.module.css'

/** Where each step is taken; mail is set up where the server runs. */
const PLACES = {
  organisation: '/organisations',
  people: '/people',
  mail: null,
  supplier: '/keys',
  key: '/keys',
  package: '/packages',
} as const

/** What has to be done before the first figures, in its order; gone when all of it is done. */
export function FirstSteps() {
  const word = useNames('firstSteps')
  const { data } = useQuery(asked(readFirstSteps, {}))
  if (data === undefined || data.steps.every(({ done }) => done)) return null
  return (
    <section className="panel">
      <h2>{word('title')}</h2>
      <ol className={classes.steps}>
        {data.steps.map(({ step, done }) => {
          const place = PLACES[step]
          const name = word(step)
          const Icon = done ? IconCircleCheck : IconCircle
          return (
            <li key={step} data-done={done}>
              <Icon size={20} aria-hidden />
              <span>
                {place === null ? name : <Link to={place}>{name}</Link>}
                {done && <span className="dim"> – {word('done')}</span>}
                <br />
                <span className="dim small">{word(`${step}_why`)}</span>
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
