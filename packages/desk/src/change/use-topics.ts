import { readRubricator } from '@otklik/model/change/api'
import { currentTopics } from '@otklik/model/change/rubricator'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asked } from '../shared/api/queries.ts'

/** Topics in use, and what each code is called, those of the past too. */
export function useTopics() {
  const { data } = useQuery(asked(readRubricator, { query: {} }))
  return useMemo(() => {
    const names = new Map((data?.topics ?? []).map(({ code, name }) => [code, name]))
    const current = data === undefined ? [] : currentTopics(data)
    return { current, nameOf: (code: string) => names.get(code) ?? code }
  }, [data])
}
