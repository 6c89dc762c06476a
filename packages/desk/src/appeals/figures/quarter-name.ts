import { quarterTitle } from '@otklik/model/quarters'
import { useTranslation } from 'react-i18next'
import { lastQuarter } from '../appeals-search.ts'

/** A quarter in words. */
export function useQuarterName(): (quarter: string) => string {
  const { i18n } = useTranslation()
  return (quarter) => (i18n.language === 'en' ? quarter.replace('-', ' ') : quarterTitle(quarter))
}

const CHOSEN_FROM = 12

/** The running quarter and those before it, the latest first; the one that is shown is among them. */
export function quartersUpTo(today: string, shown: string): string[] {
  const last = lastQuarter(today)
  const [year = 0, number = 1] = last.split('-Q').map(Number)
  const running = year * 4 + number
  const all = Array.from({ length: CHOSEN_FROM }, (_, back) => {
    const at = running - back
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`
  })
  return all.includes(shown) ? all : [...all, shown]
}
