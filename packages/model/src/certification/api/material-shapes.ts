import { type Static, Type } from 'typebox'
import { Count, Id, Instant, nullable, Version } from '../../api/common.ts'
import { ALL_MATERIAL_KINDS, ALL_REMARK_ASKS } from '../list-remarks/index.ts'
import { ALL_CRITERION_EVIDENCE } from '../self-check/index.ts'
import { Letter } from './lists.ts'

const text = Type.String()
const line = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Act = Type.Object({ by: text, at: Instant })

export const SheetForm = Type.Object({
  title: line(500),
  sections: Type.Array(
    Type.Object({
      title: line(500),
      criteria: Type.Array(
        Type.Object({
          name: line(1000),
          weight: Type.Integer({ minimum: 1, maximum: 1000 }),
          evidence: nullable(Type.Enum([...ALL_CRITERION_EVIDENCE])),
        }),
        { maxItems: 300 },
      ),
    }),
    { maxItems: 50 },
  ),
  /** From which percent each letter is given, the best first; null: letters are entered by hand. */
  bounds: nullable(
    Type.Array(Type.Object({ letter: Letter, from: Type.Number({ minimum: 0, maximum: 100 }) }), {
      minItems: 6,
      maxItems: 6,
    }),
  ),
})
export const FormEdition = Type.Object({
  id: Id,
  edition: Count,
  version: Version,
  state: Type.Enum(['draft', 'published', 'withdrawn']),
  ...SheetForm.properties,
  created: Act,
  published: nullable(Act),
  withdrawn: nullable(Type.Object({ ...Act.properties, reason: text })),
  /** Sheets that were begun by it. */
  sheets: Count,
})
export const Mark = Type.Object({
  /** Of the criterion in its form, «2.1». */
  number: Type.String({ maxLength: 10 }),
  earned: nullable(Type.Integer({ minimum: 0, maximum: 1000 })),
  evidence: Type.String({ maxLength: 2000 }),
  note: Type.String({ maxLength: 2000 }),
})
export const SelfCheck = Type.Object({
  id: Id,
  version: Version,
  state: Type.Enum(['draft', 'signed']),
  form: Type.Object({ id: Id, edition: Count, ...SheetForm.properties }),
  marks: Type.Array(Mark),
  /** By the form's bounds, or as it was entered; null: there is none yet. */
  letter: nullable(Letter),
  earned: Count,
  most: Count,
  filled: Act,
  signed: nullable(Act),
})
const Contact = Type.Object({
  name: Type.String({ maxLength: 500 }),
  phone: Type.String({ maxLength: 100 }),
  email: Type.String({ maxLength: 200 }),
})
/** The five kinds of evidence of пункт 10 а–д, the contacts of пункт 11 а, б; null: nothing of that kind. */
export const RemarkBody = Type.Object({
  asks: Type.Enum([...ALL_REMARK_ASKS]),
  text: Type.String({ maxLength: 10_000 }),
  materials: Type.Object({
    level: nullable(Type.Object({ letter: Letter })),
    monitoring: nullable(Type.Object({ by: Type.Enum(['export', 'letter']), reference: line(1000) })),
    form: nullable(Type.Object({ address: line(2000) })),
    act: nullable(Type.Object({ details: line(2000) })),
    mass: nullable(Type.Object({ list: Type.Enum(['federal', 'regional']), item: line(500) })),
  }),
  contacts: Type.Object({ authority: nullable(Contact), digital: nullable(Contact) }),
})
export const MaterialKind = Type.Enum([...ALL_MATERIAL_KINDS])
export const ListRemark = Type.Object({
  id: Id,
  version: Version,
  /** Of the list of the year, and its object. */
  entry: Id,
  object: Id,
  name: text,
  authority: nullable(text),
  state: Type.Enum(['draft', 'sent', 'accepted', 'declined']),
  ...RemarkBody.properties,
  files: Type.Array(
    Type.Object({ id: Id, kind: MaterialKind, name: text, size: Count, personal: Type.Boolean(), added: Act }),
  ),
  begun: Act,
  sent: nullable(Act),
  /** Sent after the last day of the Правила: nothing is refused for that. */
  late: Type.Boolean(),
  decided: nullable(Type.Object({ ...Act.properties, reason: text })),
  /** What the caller may do about it now. */
  allowed: Type.Array(Type.Enum(['edit', 'send', 'take_back', 'accept', 'decline'])),
})
export type FormEdition = Static<typeof FormEdition>
export type SelfCheck = Static<typeof SelfCheck>
export type ListRemark = Static<typeof ListRemark>
export type RemarkBody = Static<typeof RemarkBody>
