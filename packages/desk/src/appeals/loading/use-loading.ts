import {
  type AppealMapping,
  type FileLook,
  loadAppealsFile,
  lookAtAppealsFile,
  saveAppealMapping,
} from '@otklik/model/appeals/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { upload } from '../../shared/api/upload.ts'
import { begunWith, type Draft, OWN_COLUMNS, proposedFor, withProposedWords } from './draft.ts'

/** A file on its way: chosen, looked at as often as its mapping changes, then taken in. */
export function useLoading(authority: number) {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [draft, setDraft] = useState<Draft>(OWN_COLUMNS)
  const looking = useMutation({ mutationFn: (ask: Ask) => look(authority, ask) })
  const taking = useMutation({
    mutationFn: async (ask: { file: File; draft: Draft }) => {
      const kept = await keptDraft(authority, ask.draft)
      // The next file, or the next try, is read by what is saved now.
      setDraft(kept)
      const query = { authority, name: ask.file.name, ...(kept.id !== null && { mapping: kept.id }) }
      return upload(loadAppealsFile, { query }, ask.file)
    },
    onSuccess: () => {
      setFile(null)
      looking.reset()
    },
    onSettled: () => client.invalidateQueries(),
  })
  const check = async (chosen: File, next: Draft) => {
    taking.reset()
    const found = await looking.mutateAsync({ file: chosen, mapping: next.mapping })
    // A file of another system whose columns nobody has mapped yet: what looks like ours is proposed, and looked at.
    if (found.fault === null || next.id !== null || next.changed || Object.keys(found.proposed).length === 0) return
    const mapping = proposedFor(found)
    const again = await looking.mutateAsync({ file: chosen, mapping })
    const worded = withProposedWords(mapping, again.words)
    setDraft({ ...next, mapping: worded, changed: true })
    if (worded !== mapping) await looking.mutateAsync({ file: chosen, mapping: worded })
  }
  return {
    file,
    draft,
    looking,
    taking,
    choose: (chosen: File) => {
      setFile(chosen)
      void check(chosen, draft).catch(() => undefined)
    },
    /** Another mapping altogether: the file is looked at by it at once. */
    use: (next: Draft) => {
      setDraft(next)
      if (file !== null) void check(file, next).catch(() => undefined)
    },
    change: (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change, changed: true })),
    check: () => file !== null && void looking.mutateAsync({ file, mapping: draft.mapping }).catch(() => undefined),
    take: () => file !== null && taking.mutate({ file, draft }),
  }
}
export type Loading = ReturnType<typeof useLoading>

interface Ask {
  readonly file: File
  readonly mapping: AppealMapping
}

function look(authority: number, { file, mapping }: Ask): Promise<FileLook> {
  const isOwn = Object.keys(mapping).length === 0
  const query = { authority, name: file.name, ...(isOwn ? {} : { mapping: JSON.stringify(mapping) }) }
  return upload(lookAtAppealsFile, { query }, file)
}

async function keptDraft(authority: number, draft: Draft): Promise<Draft> {
  const { name, mapping, changed } = draft
  return changed ? begunWith(await call(saveAppealMapping, { body: { authority, name, mapping } })) : draft
}
