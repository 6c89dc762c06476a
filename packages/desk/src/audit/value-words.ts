import { ALL_KINDS } from '@otklik/model/access'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../access/roles/words.ts'
import { useFieldName } from '../shared/i18n/field-name.ts'
import { NOTHING } from '../shared/i18n/format.ts'
import { useFormat } from '../shared/i18n/index.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

export interface ValueWords {
  field(name: string): string
  value(field: string, value: unknown): string
}

/** The fields of records and what stands in them, as a person reads them. */
export function useValueWords(): ValueWords {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const field = useFieldName()
  return useMemo(() => {
    const one = (name: string, text: string): string => {
      if (name === 'role') return words.role(text)
      if (name === 'rights' || name === 'right') return words.right(text)
      if (name === 'kind') return kindOf(text, words.kind)
      if (name === 'by' && (text === 'password' || text === 'outside')) return t(`ownAccess.by_${text}`)
      return INSTANT.test(text) ? format.moment(text) : text
    }
    const value = (name: string, given: unknown): string => {
      if (given === null || given === undefined || given === '') return NOTHING
      if (typeof given === 'boolean') return t(given ? 'audit.yes' : 'audit.no')
      if (typeof given === 'string') return one(name, given)
      if (Array.isArray(given)) return given.length === 0 ? NOTHING : given.map((each) => value(name, each)).join('; ')
      if (typeof given !== 'object') return JSON.stringify(given)
      const parts = Object.entries(given).map(([part, inner]) => `${field(part)}: ${value(part, inner)}`)
      return parts.length === 0 ? NOTHING : parts.join(', ')
    }
    return { field, value }
  }, [t, format, words, field])
}

function kindOf(text: string, name: (kind: (typeof ALL_KINDS)[number]) => string): string {
  const known = ALL_KINDS.find((kind) => kind === text)
  return known === undefined ? text : name(known)
}
