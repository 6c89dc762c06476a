import { useDebouncedCallback } from '@mantine/hooks'
import type { Questionnaire as Document } from '@otklik/model/questionnaires'
import {
  checkDraft,
  listQuestionnaires,
  type Questionnaire,
  readQuestionnaire,
  saveDraft,
} from '@otklik/model/surveys/api'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { Failure } from '../../shared/api/problem.ts'
import { documentOf } from '../document.ts'
import type { Edit } from './edits.ts'
import { dropKept, keep, keptOf } from './kept-draft.ts'

const PAUSE_MS = 8000
const MOST_UNDO = 100

export type Saving = 'saved' | 'changed' | 'saving' | 'overtaken' | 'failed'

export interface Draft {
  readonly document: Document
  readonly edit: (edit: Edit) => void
  /** Null: there is nothing to take back. */
  readonly undo: (() => void) | null
  readonly saving: Saving
  readonly error: unknown
  /** Sends what the server has not taken yet; the revision it has then, or null where it refused. */
  readonly save: () => Promise<number | null>
  /** Sends it over what somebody else has saved meanwhile. */
  readonly saveOver: () => Promise<void>
}

/**
 * The draft as it is being edited. It is sent once the typing pauses or when it is asked for; until the server has taken
 * it, it is kept in the browser too, so that neither a lost line nor an ended session loses a word.
 */
export function useDraft(given: Questionnaire): Draft {
  const { code } = given
  const { document, past, change, undo } = useHistory(given)
  const [saving, setSaving] = useState<Saving>(keptOf(code) === null ? 'saved' : 'changed')
  const [error, setError] = useState<unknown>(null)
  const revision = useRef(keptOf(code)?.revision ?? revisionOf(given))
  const taken = useTaken(code)
  const latest = useRef(document)
  latest.current = document

  const send = async (): Promise<number | null> => {
    const sent = latest.current
    setSaving('saving')
    try {
      const answer = await call(saveDraft, { params: { code }, body: { revision: revision.current, document: sent } })
      revision.current = revisionOf(answer)
      const all = latest.current === sent
      if (all) dropKept(code)
      setSaving(all ? 'saved' : 'changed')
      setError(null)
      await taken(answer)
      return revision.current
    } catch (caught) {
      setError(caught)
      setSaving(caught instanceof Failure && caught.status === 409 ? 'overtaken' : 'failed')
      return null
    }
  }
  const later = useDebouncedCallback(() => void send(), PAUSE_MS)
  const put = (next: Document) => {
    keep(code, { revision: revision.current, document: next })
    setSaving((before) => (before === 'overtaken' ? before : 'changed'))
    if (saving !== 'overtaken') later()
  }
  return {
    document,
    edit: (edit) => put(change(edit)),
    undo: past === 0 ? null : () => put(undo()),
    saving,
    error,
    save: async () => (saving === 'saved' ? revision.current : await send()),
    saveOver: async () => {
      revision.current = revisionOf(await call(readQuestionnaire, { params: { code }, query: {} }))
      await send()
    },
  }
}

const revisionOf = ({ versions, version }: Questionnaire): number =>
  versions.find((one) => one.version === version)?.revision ?? 0

/** The document and those before it; both ways give the document that is now shown. */
function useHistory(given: Questionnaire) {
  const [{ document, past }, set] = useState<{ document: Document; past: readonly Document[] }>(() => ({
    document: keptOf(given.code)?.document ?? documentOf(given),
    past: [],
  }))
  return {
    document,
    past: past.length,
    change: (edit: Edit): Document => {
      const next = edit(document)
      set({ document: next, past: [...past, document].slice(-MOST_UNDO) })
      return next
    },
    undo: (): Document => {
      const before = past.at(-1) ?? document
      set({ document: before, past: past.slice(0, -1) })
      return before
    },
  }
}

/** What else shows the draft is told of a save: the check, the list, the page itself. */
function useTaken(code: string) {
  const client = useQueryClient()
  return useCallback(
    async (answer: Questionnaire) => {
      client.setQueryData([readQuestionnaire.path, { params: { code }, query: { version: undefined } }], answer)
      await Promise.all([
        client.invalidateQueries({ queryKey: [checkDraft.path] }),
        client.invalidateQueries({ queryKey: [listQuestionnaires.path] }),
      ])
    },
    [client, code],
  )
}
