import { modules } from '../modules.ts'

const named = (part: 'leftOut' | 'facts' | 'passing'): readonly string[] =>
  modules.flatMap(({ backup }) => backup?.[part] ?? [])

/** Tables of records that stay behind. The list of migrations stands in the manifest. */
export const recordsLeftOut: readonly string[] = [...named('leftOut'), 'migrations']
/** Tables of facts that are copied. */
export const copiedFacts: readonly string[] = named('facts')
/** Tables of facts that hold nothing for long. The steps run stand in the manifest. */
export const passingFacts: readonly string[] = [...named('passing'), 'schema_steps']
