import { readFilters } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import { useSession } from '../access/session.ts'
import { asked } from '../shared/api/queries.ts'
import { useSlice } from '../shared/filters/use-slice.ts'
import { useFormat } from '../shared/i18n/index.ts'
import classes from './paper-head.module.css'

/** What every sheet of paper has to say of itself: when and by whom it was printed, and what was chosen. */
export function PaperHead() {
  const { t } = useTranslation()
  const format = useFormat()
  const { user } = useSession()
  const chosen = useChosen()
  const at = usePrintedAt()
  return (
    <p className={classes.head}>
      {t('print.made', { at: format.instant(at), by: user.name })}
      {chosen.length > 0 && <> · {t('print.filters', { filters: chosen.join('; ') })}</>}
    </p>
  )
}

/**
 * The chosen slice in words; names of services and regions where they are known. What figures are held against stands
 * beside each of them.
 */
function useChosen(): string[] {
  const format = useFormat()
  const may = useMay()
  const { from, to, service, region, versus: _, ...plain } = useSlice()
  const named = service !== undefined || region !== undefined
  const { data } = useQuery({
    ...asked(readFilters, {}),
    staleTime: 5 * 60_000,
    enabled: named && may('progress.read'),
  })
  const nameOf = (list: readonly { id: string; name: string }[] | undefined, id: string) =>
    list?.find((one) => one.id === id)?.name ?? id
  return [
    ...(from !== undefined || to !== undefined ? [format.period(from ?? to ?? '', to ?? from ?? '')] : []),
    ...(service === undefined ? [] : [nameOf(data?.services, service)]),
    ...(region === undefined ? [] : [nameOf(data?.regions, region)]),
    ...Object.values(plain).filter((value) => value !== undefined),
  ]
}

/** The moment of printing, not of opening the page. */
function usePrintedAt(): string {
  const [at, setAt] = useState(() => new Date().toISOString())
  useEffect(() => {
    const now = () => setAt(new Date().toISOString())
    window.addEventListener('beforeprint', now)
    return () => window.removeEventListener('beforeprint', now)
  }, [])
  return at
}
