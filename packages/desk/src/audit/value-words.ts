import { ALL_KINDS } from '@otklik/model/access'
import { ALL_LIST_STATES, ALL_OBJECT_KINDS } from '@otklik/model/certification'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords, type Words } from '../access/roles/words.ts'
import { type ListWords, useListWords } from '../certification/lists/list-words.ts'
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
  const lists = useListWords()
  const field = useFieldName()
  return useMemo(() => {
    const one = (name: string, text: string): string => {
      if (name === 'role') return words.role(text)
      if (name === 'rights' || name === 'right') return words.right(text)
      if (name === 'kind') return kindOf(text, words.kind, lists.kind)
      if (name === 'state') return stateOf(text, lists.state)
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
  }, [t, format, words, lists, field])
}

/** A kind of an organisation or of an object of certification: no word is both. */
function kindOf(text: string, ofOrganisation: Words['kind'], ofObject: ListWords['kind']): string {
  const organisation = ALL_KINDS.find((kind) => kind === text)
  if (organisation !== undefined) return ofOrganisation(organisation)
  const object = ALL_OBJECT_KINDS.find((kind) => kind === text)
  return object === undefined ? text : ofObject(object)
}

function stateOf(text: string, ofList: ListWords['state']): string {
  const known = ALL_LIST_STATES.find((state) => state === text)
  return known === undefined ? text : ofList(known)
}
